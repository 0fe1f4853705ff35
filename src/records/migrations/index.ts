import type { Migration } from 'kysely/migration';
import { firstTables } from './0001-first-tables.js';
import { forgottenConversations } from './0002-forgotten-conversations.js';
import { communesAndOpenLeads } from './0003-communes-and-open-leads.js';
import { channels } from './0005-channels.js';
import { unansweredQuestions } from './0006-unanswered-questions.js';
import { handling } from './0007-handling.js';
import { noticesAndDeadLetters } from './0008-notices-and-dead-letters.js';
import { conversationOfLeadEvents } from './0009-conversation-of-lead-events.js';
import { monthlyPartitions } from './0010-monthly-partitions.js';

/** In the order of their names; a name that has shipped is never changed. */
export const migrations: Record<string, Migration> = {
  '0001-first-tables': firstTables,
  '0002-forgotten-conversations': forgottenConversations,
  '0003-communes-and-open-leads': communesAndOpenLeads,
  '0005-channels': channels,
  '0006-unanswered-questions': unansweredQuestions,
  '0007-handling': handling,
  '0008-notices-and-dead-letters': noticesAndDeadLetters,
  '0009-conversation-of-lead-events': conversationOfLeadEvents,
  '0010-monthly-partitions': monthlyPartitions,
};
