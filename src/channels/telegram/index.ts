export { telegramInspection } from './inspect.js';
export { createTelegram, telegramCapabilities } from './telegram.js';
export type { TelegramSettings } from './settings.js';
