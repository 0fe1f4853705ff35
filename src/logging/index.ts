export { createConversationNames } from './conversationNames.js';
export { createLog } from './createLog.js';
export { describeError } from './describeError.js';
export { currentLogContext, inLogContext, inOwnLogContext } from './logContext.js';
