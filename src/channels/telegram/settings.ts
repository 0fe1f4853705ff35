/** What a bot of Telegram needs: https://core.telegram.org/bots/api#setwebhook */
export type TelegramSettings = Readonly<{ botToken: string; secretToken: string; apiUrl: string }>;
