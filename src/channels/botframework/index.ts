export {
  BotFrameworkChannel,
  botFrameworkCapabilities,
  type BotFrameworkSettings,
} from './BotFrameworkChannel.js';
