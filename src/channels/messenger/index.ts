export { messengerInspection } from './inspect.js';
export { createMessenger, messengerCapabilities } from './messenger.js';
export type { MessengerSettings } from './settings.js';
