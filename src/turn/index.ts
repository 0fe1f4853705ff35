export { ForgottenConversation } from './ForgottenConversation.js';
export {
  activityId,
  botAccount,
  choicesOf,
  inboundActivity,
  type Attachment,
  type InboundActivity,
  type OutboundActivity,
  type SuggestedAction,
} from './activities.js';
export { readChoiceReference, writeChoice, type ChoiceReference } from './choiceReference.js';
export type { ChoiceMarks } from './interpretChoice.js';
export type { Accepted, InboundMessage } from './acceptMessage.js';
export { listDeadLetters, settleDeadLetter, type DeadLetter } from './deadLetters.js';
export { OutboxSender } from './OutboxSender.js';
export type { OutboxChannel, OutboxNotice, OutboxReply } from './ChannelOutbox.js';
export type { SendResult } from './SendResult.js';
export { isSaid, readConversation, type LoggedActivity } from './conversationLog.js';
export { withdrawEvent, type TurnFault } from './runTurn.js';
export { TooMuchWaits } from './TooMuchWaits.js';
export type { TurnObserver, TurnReport } from './TurnObserver.js';
export { TurnService, type News, type TurnServiceOptions } from './TurnService.js';
export type { HandlingOfficer, HandlingRequest, HandlingResult } from './handling/changeHandling.js';
export type {
  HandledConversation,
  HandledMessage,
  OpenedConversation,
} from './handling/HandledConversation.js';
export { areOfficersAtWork, markAtWork } from './handling/officersAtWork.js';
export { readEntry, type Entry } from './readEntry.js';
