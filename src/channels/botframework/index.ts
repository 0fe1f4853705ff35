export { azureInspection } from './inspect.js';
export {
  BotFrameworkChannel,
  botFrameworkCapabilities,
  type BotFrameworkSettings,
} from './BotFrameworkChannel.js';
