/** What a bot of Viber needs: https://developers.viber.com/docs/api/rest-bot-api. The token signs both directions. */
export type ViberSettings = Readonly<{ authToken: string; apiUrl: string }>;
