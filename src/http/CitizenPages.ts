import type { DirectLine, DirectLineTokens } from '../channels/webchat/index.js';
import type { Translator } from '../i18n/index.js';
import type { ArrivalLimit } from './arrivalLimit.js';
import type { RateLimit } from './rateLimit.js';
import type { StaticFiles } from './staticFiles.js';

/** What the routes of the citizens' pages share. */
export type CitizenPages = Readonly<{
  directLine: DirectLine;
  tokens: DirectLineTokens;
  words: Translator;
  /** The hotline as the parameter table has it today. */
  hotline: () => string;
  /** The page's built script and style, the script that runs beside the pages, and the icons; empty where nothing was built. */
  assets: Readonly<{ css: string; js: string; worker: string; icons: StaticFiles }>;
  publicUrl: string;
  /** Per event or address, for devices without a conversation. */
  limitArrival: ArrivalLimit;
  /** Per device that has one: everything it asks for, and the messages among it. */
  limitDevice: RateLimit;
  limitMessages: RateLimit;
  now: () => Date;
}>;
