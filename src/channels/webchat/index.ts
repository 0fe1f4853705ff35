export { DirectLine, postedActivity, startRequest, type OpenedConversation } from './DirectLine.js';
export {
  cookieLifetimeS,
  DirectLineTokens,
  sharedCookieLifetimeS,
  tokenLifetimeS,
  type TokenClaims,
} from './DirectLineTokens.js';
export { StreamHub } from './StreamHub.js';
export { readWatermark, toActivitySet, type ActivitySet } from './wireActivity.js';
