import { leadContext } from '../../../src/leads/sealedLead.js';
import type { Cipher } from '../../../src/privacy/index.js';
import type { Records } from '../../../src/records/index.js';
import { erasedText } from '../../../src/turn/erasePersonal.js';
import { openInbound, openOutbound, stateContext } from '../../../src/turn/sealedPayload.js';
import { consent } from '../StubbornCitizen.js';
import type { Talk } from './CitizenLoad.js';

/** What must be empty, each with a line per violation. */
export type Verdict = Readonly<{
  /** Acknowledged, and not stored as it was sent, not processed or not answered; or agreed to a call and no lead. */
  lost: string[];
  /** One message stored, processed or answered more than once; more than one lead, consent or confirmation for it. */
  doubled: string[];
  /** Stored, answered or made into a lead though nobody sent it. */
  phantom: string[];
  /** A lead without the consent it rests on, or a name or number still held after a refusal. */
  withoutConsent: string[];
  /** Numbers that don't follow the order of sending, answers that don't follow the order of messages. */
  outOfOrder: string[];
  /** An answer to another message than the one that was sent, or a lead that holds something else than was said. */
  wrong: string[];
}>;

export type Findings = Readonly<{ verdict: Verdict; messages: number; repeats: number; leads: number }>;

type Facts = Readonly<{
  version: number;
  state: string | null;
  inbox: readonly Readonly<{ seq: number; key: string; text: string; json: string; processed: boolean }>[];
  outbox: readonly Readonly<{ seq: number; replyTo: number; text: string; isLead: boolean; json: string }>[];
  leads: readonly Readonly<{ id: string; name: string; phone: string; created: number }>[];
  consents: readonly Readonly<{ leadId: string | null }>[];
}>;

/** A verdict without a violation, to begin with and to be hoped for. */
export function nothingWrong(): Verdict {
  return { lost: [], doubled: [], phantom: [], withoutConsent: [], outOfOrder: [], wrong: [] };
}

/**
 * Compares what the citizens know with what the tables hold, row by row, and believes nothing that the service counts.
 * To be called when nothing is being processed any more.
 */
export async function judge(records: Records, cipher: Cipher, talks: readonly Talk[]): Promise<Findings> {
  const verdict = nothingWrong();
  let messages = 0;
  let repeats = 0;
  for (const talk of talks) {
    const facts = await readFacts(records, cipher, talk.citizen.conversationId);
    judgeMessages(verdict, talk, facts);
    judgeOrder(verdict, talk, facts);
    judgeLead(verdict, talk, facts);
    verdict.wrong.push(...talk.complaints.map((line) => `${talk.citizen.conversationId}: ${line}`));
    messages += talk.citizen.acknowledged.length;
    repeats +=
      talk.citizen.attempts.length - new Set(talk.citizen.attempts.map((one) => one.clientActivityID)).size;
  }
  const leads = await judgeWhole(records, verdict, talks);
  return { verdict, messages, repeats, leads };
}

function judgeMessages(verdict: Verdict, { citizen, decision }: Talk, facts: Facts): void {
  const at = citizen.conversationId;
  const stored = Map.groupBy(facts.inbox, ({ key }) => clientIdOf(key));
  for (const { clientActivityID, id, text } of citizen.attempts) {
    const rows = stored.get(clientActivityID) ?? [];
    if (rows.length > 1) verdict.doubled.push(`${at}: "${text}" is stored ${rows.length} times`);
    if (id === undefined) continue;
    const row = rows.find(({ seq }) => seq === seqOf(id));
    if (row === undefined) verdict.lost.push(`${at}: "${text}", acknowledged as ${id}, is not stored there`);
    else if (!row.processed)
      verdict.lost.push(`${at}: "${text}", acknowledged as ${id}, was never processed`);
    else if (row.text !== text && !(row.text === erasedText && decision === 'refused'))
      verdict.wrong.push(`${at}: "${text}" is stored as "${row.text}"`);
  }
  const sent = new Set(citizen.attempts.map((attempt) => attempt.clientActivityID));
  for (const { key } of facts.inbox) {
    const clientId = clientIdOf(key);
    if (clientId !== 'start' && !sent.has(clientId)) verdict.phantom.push(`${at}: nobody sent ${key}`);
  }
  const processed = facts.inbox.filter((row) => row.processed);
  if (facts.version !== processed.length)
    verdict.doubled.push(`${at}: ${facts.version} turns for ${processed.length} processed messages`);
  const replies = Map.groupBy(facts.outbox, ({ replyTo }) => replyTo);
  for (const { seq, text } of processed) {
    const texts = (replies.get(seq) ?? []).map((reply) => reply.text);
    if (texts.length === 0) verdict.lost.push(`${at}: no answer to "${text}" (${seq})`);
    if (new Set(texts).size !== texts.length) verdict.doubled.push(`${at}: "${text}" is answered twice`);
  }
  for (const replyTo of replies.keys()) {
    if (!facts.inbox.some(({ seq }) => seq === replyTo))
      verdict.phantom.push(`${at}: an answer to ${replyTo}, which is no message`);
  }
}

function judgeOrder(verdict: Verdict, { citizen }: Talk, facts: Facts): void {
  const at = citizen.conversationId;
  const numbers = citizen.acknowledged.map(({ id }) => seqOf(id));
  if (!rises(numbers)) verdict.outOfOrder.push(`${at}: sent in this order: ${numbers.join(' ')}`);
  const answered = facts.outbox.map(({ replyTo }) => replyTo);
  if (!rises([...new Set(answered)]) || answered.some((number, index) => number < (answered[index - 1] ?? 0)))
    verdict.outOfOrder.push(`${at}: answered in this order: ${answered.join(' ')}`);
}

function judgeLead(verdict: Verdict, { citizen, decision }: Talk, facts: Facts): void {
  const at = citizen.conversationId;
  const agreed = decision === 'agreed';
  const attempted = citizen.attempts.some(({ text }) => text === consent);
  const acknowledged = citizen.acknowledged.some(({ text }) => text === consent);
  const { leads, consents } = facts;
  if (agreed && acknowledged && leads.length === 0) verdict.lost.push(`${at}: agreed to a call, and no lead`);
  if (leads.length > 1) verdict.doubled.push(`${at}: ${leads.length} leads`);
  if (leads.length > 0 && !attempted) verdict.phantom.push(`${at}: a lead that nobody agreed to`);
  const confirmations = facts.outbox.filter(({ isLead }) => isLead).length;
  if (confirmations > leads.length) verdict.doubled.push(`${at}: confirmed ${confirmations} times`);
  for (const { id, name, phone, created } of leads) {
    const joined = consents.filter(({ leadId }) => leadId === id).length;
    if (joined === 0) verdict.withoutConsent.push(`${at}: lead ${id} rests on no consent`);
    if (joined > 1 || created > 1) verdict.doubled.push(`${at}: ${joined} consents, made ${created} times`);
    if (phone !== digits(citizen.phone) || name !== 'Nguyễn Thị Hương')
      verdict.wrong.push(`${at}: a lead for "${name}, ${phone}" instead of ${citizen.phone}`);
  }
  if (consents.some(({ leadId }) => !leads.some(({ id }) => id === leadId)))
    verdict.phantom.push(`${at}: a consent without its lead`);
  if (decision === 'refused' && citizen.acknowledged.at(-1)?.text !== undefined) {
    const held = [
      facts.state ?? '',
      ...facts.inbox.map(({ json }) => json),
      ...facts.outbox.map(({ json }) => json),
    ];
    if (held.some((json) => json.includes(citizen.phone) || json.includes(digits(citizen.phone))))
      verdict.withoutConsent.push(`${at}: the number is still held after a refusal`);
  }
}

/** What no single conversation shows; gives the number of leads. */
async function judgeWhole(records: Records, verdict: Verdict, talks: readonly Talk[]): Promise<number> {
  const known = new Set(talks.map(({ citizen }) => citizen.conversationId));
  const leads = await records.db
    .selectFrom('leads')
    .select(['id', 'conversation_id', 'phone_index'])
    .execute();
  for (const { id, conversation_id: conversationId } of leads) {
    if (!known.has(conversationId)) verdict.phantom.push(`lead ${id} of the unknown ${conversationId}`);
  }
  for (const [phone, rows] of Map.groupBy(leads, (lead) => lead.phone_index)) {
    if (rows.length > 1) verdict.doubled.push(`${rows.length} leads for one number (${phone})`);
  }
  const waiting = await records.db
    .selectFrom('inbox')
    .select(['conversation_id', 'seq'])
    .where('processed_at', 'is', null)
    .execute();
  for (const { conversation_id: conversationId, seq } of waiting) {
    verdict.lost.push(`${conversationId}: message ${seq} still waits`);
  }
  return leads.length;
}

async function readFacts(records: Records, cipher: Cipher, id: string): Promise<Facts> {
  const conversation = await records.db
    .selectFrom('conversations')
    .select(['version', 'state'])
    .where('id', '=', id)
    .executeTakeFirst();
  const inbox = await records.db
    .selectFrom('inbox')
    .select(['seq', 'key', 'payload', 'processed_at'])
    .where('conversation_id', '=', id)
    .orderBy('seq')
    .execute();
  const outbox = await records.db
    .selectFrom('outbox')
    .select(['seq', 'payload'])
    .where('conversation_id', '=', id)
    .orderBy('seq')
    .execute();
  const leads = await records.db
    .selectFrom('leads')
    .select(['id', 'name', 'phone'])
    .where('conversation_id', '=', id)
    .execute();
  const consents = await records.db
    .selectFrom('consents')
    .select('lead_id')
    .where('conversation_id', '=', id)
    .where('purpose', '=', 'call')
    .execute();
  const events =
    leads.length === 0
      ? []
      : await records.db
          .selectFrom('lead_events')
          .select('lead_id')
          .where('kind', '=', 'created')
          .where(
            'lead_id',
            'in',
            leads.map((lead) => lead.id),
          )
          .execute();
  return {
    version: conversation?.version ?? 0,
    state: conversation?.state == null ? null : cipher.open(conversation.state, stateContext(id)),
    inbox: inbox.map(({ seq, key, payload, processed_at: processedAt }) => {
      const activity = openInbound(cipher, { conversationId: id, seq }, payload);
      const json = JSON.stringify(activity);
      return { seq, key, text: activity.text ?? '', json, processed: processedAt !== null };
    }),
    outbox: outbox.map(({ seq, payload }) => {
      const activity = openOutbound(cipher, { conversationId: id, seq }, payload);
      const isLead = activity.channelData?.lead !== undefined;
      const json = JSON.stringify(activity);
      return { seq, replyTo: seqOf(activity.replyToId ?? ''), text: activity.text ?? '', isLead, json };
    }),
    leads: leads.map((lead) => ({
      id: lead.id,
      name: cipher.open(lead.name, leadContext(lead.id, 'name')),
      phone: cipher.open(lead.phone, leadContext(lead.id, 'phone')),
      created: events.filter((event) => event.lead_id === lead.id).length,
    })),
    consents: consents.map(({ lead_id: leadId }) => ({ leadId })),
  };
}

/** The client's own id at the end of a key. */
function clientIdOf(key: string): string {
  return key.slice(key.lastIndexOf(':') + 1);
}

function seqOf(activityId: string): number {
  return Number(activityId.slice(activityId.lastIndexOf('|') + 1));
}

function digits(phone: string): string {
  return phone.replaceAll(' ', '');
}

function rises(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}
