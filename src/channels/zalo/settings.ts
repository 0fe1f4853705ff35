/** What an Official Account and its app need: https://developers.zalo.me/docs/official-account */
export type ZaloSettings = Readonly<{
  appId: string;
  /** Signs the calls for new tokens. */
  appSecret: string;
  oaId: string;
  /** Signs the deliveries; shown on the webhook page of the console, and another one than the app's. */
  oaSecret: string;
  /** The one that was given when the account granted the app; the following ones are kept in the records. */
  refreshToken: string;
  apiUrl: string;
  oauthUrl: string;
}>;
