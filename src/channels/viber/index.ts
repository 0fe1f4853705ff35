export { viberInspection } from './inspect.js';
export { createViber, viberCapabilities } from './viber.js';
export type { ViberSettings } from './settings.js';
