export { ConversationList } from './ConversationList.js';
export { ConversationPage } from './ConversationPage.js';
