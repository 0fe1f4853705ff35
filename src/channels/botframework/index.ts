export { BotFrameworkChannel, botFrameworkChannelName } from './BotFrameworkChannel.js';
