export { createMessenger, messengerCapabilities } from './messenger.js';
export type { MessengerSettings } from './settings.js';
