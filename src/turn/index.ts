export {
  activityId,
  botAccount,
  inboundActivity,
  type Attachment,
  type InboundActivity,
  type OutboundActivity,
} from './activities.js';
export type { Accepted, InboundMessage } from './acceptMessage.js';
export { OutboxSender, type SendReply, type SendResult } from './OutboxSender.js';
export { readConversation, type LoggedActivity } from './conversationLog.js';
export type { TurnFault } from './runTurn.js';
export { TurnService, type TurnServiceOptions } from './TurnService.js';
