export { zaloInspection } from './inspect.js';
export { createZalo, zaloCapabilities } from './zalo.js';
export { ZaloCredentials } from './ZaloCredentials.js';
export type { ZaloSettings } from './settings.js';
