/** What a Facebook Page needs: https://developers.facebook.com/docs/messenger-platform/webhooks */
export type MessengerSettings = Readonly<{
  pageId: string;
  appSecret: string;
  verifyToken: string;
  pageToken: string;
  apiUrl: string;
}>;
