import type { ColumnType } from 'kysely';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A value encrypted by `src/privacy`; its context is `table/row/column`. */
export type Sealed = string;

/** SQL has no boolean that both engines share: 0 or 1. */
export type Flag = 0 | 1;

/** Whether a message holds a name or phone: 0 no, 1 yes and without consent, 2 yes and with consent. */
export type PersonalMark = 0 | 1 | 2;

/** The tables of citizens' and officers' records, the same on SQLite and PostgreSQL. */
export type Schema = Readonly<{
  meta: MetaTable;
  conversations: ConversationsTable;
  inbox: InboxTable;
  outbox: OutboxTable;
  leads: LeadsTable;
  consents: ConsentsTable;
  lead_events: LeadEventsTable;
  accounts: AccountsTable;
  sessions: SessionsTable;
  login_failures: LoginFailuresTable;
  audit: AuditTable;
  content_documents: ContentDocumentsTable;
  unanswered_questions: UnansweredQuestionsTable;
  communes: CommunesTable;
  channel_credentials: ChannelCredentialsTable;
  officers_at_work: OfficersAtWorkTable;
  officer_messages: OfficerMessagesTable;
}>;

export type MetaTable = { name: string; value: string };

/** Who answers a conversation. */
export type HandlingState = 'bot' | 'waiting' | 'officer' | 'timed_out';

export type ConversationsTable = {
  id: string;
  channel: string;
  user_id: string;
  /** Where a pushing channel sends its replies (JSON in the channel's own form); null for channels that fetch them. */
  address: ColumnType<string | null, string | null | undefined, string | null>;
  /** When the person was heard last, on channels that allow answers only for a while after it. */
  heard_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
  /** Since when nothing can be sent: blocked, left, deleted. Ends with the next message. */
  unreachable_since: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
  /** Until when the bot keeps silent because a person is waited for or answers; null while the bot answers. */
  silent_until: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
  /** Who answers: see `turn/handling/handlingTable.ts`. */
  handling: ColumnType<HandlingState, HandlingState | undefined, HandlingState>;
  handling_since: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
  /** The officer who answers; null also for one who does so by the platform's own tool. */
  handled_by: ColumnType<string | null, string | null | undefined, string | null>;
  /** The id by which the console knows it, given when an officer is to see it; tells nothing of the person. */
  console_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** Where the citizen came from first: the campaign, and the event of it. */
  campaign: ColumnType<string | null, string | null | undefined, string | null>;
  event: ColumnType<string | null, string | null | undefined, string | null>;
  /** When the person took consent back, here or in another conversation of theirs; null once they write here again. */
  opted_out_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
  /** Rises by one with every finished turn; a turn that began on an older value must not commit. */
  version: ColumnType<number, number | undefined, number>;
  /** The highest number given to a message of this conversation, in either direction. */
  last_seq: ColumnType<number, number | undefined, number>;
  /** What the dialogs remember (JSON), or null before the first turn. */
  state: Sealed | null;
  /** Since when a name or phone without consent is held here; null when none is. */
  personal_since: Instant | null;
  /** Since when no cookie or token opens it any more, because the citizen wished so; null while they do. */
  forgotten_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
  created_at: Instant;
  updated_at: Instant;
};

export type InboxTable = {
  conversation_id: string;
  seq: number;
  /** Unique per delivery of the platform: a repeated delivery meets the same key. */
  key: string;
  /** The activity as received (JSON). */
  payload: Sealed;
  personal: ColumnType<PersonalMark, PersonalMark | undefined, PersonalMark>;
  received_at: Instant;
  processed_at: Instant | null;
};

export type OutboxTable = {
  conversation_id: string;
  seq: number;
  channel: string;
  payload: Sealed;
  personal: ColumnType<PersonalMark, PersonalMark | undefined, PersonalMark>;
  /**
   * `available`: read by the client itself; `queued`, `sent`, `failed`: pushed by us; `dropped`: failed, and somebody of the office decided
   * that it is not needed any more.
   */
  state: 'available' | 'queued' | 'sent' | 'failed' | 'dropped';
  attempts: ColumnType<number, number | undefined, number>;
  /** A long reply goes out in parts: how many the channel has taken. */
  sent_parts: ColumnType<number, number | undefined, number>;
  /** Why it was given up; a code, never what was said. */
  failure: ColumnType<string | null, string | null | undefined, string | null>;
  next_attempt_at: Instant | null;
  /** Nobody waits for it: it goes out when no reply is due. */
  bulk: ColumnType<Flag, Flag | undefined, Flag>;
  /** Since when it is given up. */
  failed_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
  created_at: Instant;
};

export type LeadStatus =
  'new' | 'contacted' | 'no_answer' | 'appointment' | 'enrolled' | 'declined' | 'invalid' | 'withdrawn';

export type Product = 'vsi' | 'hhi' | 'both';

export type LeadsTable = {
  id: string;
  reference: string;
  conversation_id: string;
  /** The message whose turn made the lead; with the conversation it is unique: one message makes one lead at most. */
  source_seq: number;
  channel: string;
  product: Product;
  status: LeadStatus;
  name: Sealed;
  phone: Sealed;
  phone_index: string;
  commune: string;
  province: string;
  /** Official code of the commune; null for a place kept as typed. */
  commune_code: ColumnType<string | null, string | null | undefined, string | null>;
  /** Phone and product while the lead is open, else null: unique, so that a number has one open lead per product. */
  open_key: ColumnType<string | null, string | null | undefined, string | null>;
  /** Commune and province without accents, lower case, for search. */
  locality_folded: string;
  call_time: string;
  /** The estimate given in the conversation (JSON), or null. */
  estimate: string | null;
  suspicious: Flag;
  /** Where the citizen came from: the campaign, and the event of it. */
  campaign: ColumnType<string | null, string | null | undefined, string | null>;
  event: ColumnType<string | null, string | null | undefined, string | null>;
  version: ColumnType<number, number | undefined, number>;
  created_at: Instant;
  updated_at: Instant;
};

/** What a citizen agreed to; each purpose is asked, recorded and withdrawn by itself. */
export type ConsentPurpose = 'call' | 'reminder';

export type ConsentsTable = {
  id: string;
  conversation_id: string;
  lead_id: string | null;
  purpose: ConsentPurpose;
  text_version: string;
  text: string;
  locale: string;
  channel: string;
  /** The citizen's message that gave it. */
  evidence_seq: number;
  given_at: Instant;
  withdrawn_at: Instant | null;
};

export type LeadEventsTable = {
  id: string;
  lead_id: string;
  /** The lead's, whoever did something to it: what belongs together can be stored together. */
  conversation_id: string;
  at: Instant;
  kind:
    | 'created'
    | 'repeated'
    | 'call_time'
    | 'status'
    | 'note'
    | 'phone_viewed'
    | 'reminder_agreed'
    | 'reminder_withdrawn'
    | 'withdrawn';
  /** The account's id, or null for the citizen. */
  actor_id: string | null;
  from_status: LeadStatus | null;
  to_status: LeadStatus | null;
  note: Sealed | null;
};

export type AccountsTable = {
  id: string;
  username: string;
  name: string;
  role: 'admin' | 'officer';
  password_hash: string;
  must_change_password: Flag;
  disabled: Flag;
  created_at: Instant;
  last_login_at: Instant | null;
};

export type SessionsTable = {
  /** SHA-256 of the cookie's token: a stolen table opens no session. */
  token_hash: string;
  account_id: string;
  created_at: Instant;
  seen_at: Instant;
};

export type LoginFailuresTable = { id: string; subject: string; at: Instant };

export type AuditTable = {
  id: string;
  at: Instant;
  actor_id: string | null;
  action: string;
  subject: string;
  /** JSON without personal data. */
  detail: string;
};

export type ContentDocumentsTable = { name: string; body: string; version: number; updated_at: Instant };

/** A channel's credential that is renewed while the service runs; one row for all instances. */
export type ChannelCredentialsTable = {
  channel: string;
  /** In the channel's own form (JSON). */
  value: Sealed;
  /** While an instance renews it the others wait; a process that died in between gives it free after this. */
  lease_until: Instant;
  updated_at: Instant;
};

/** When an officer last had the conversations open that wait for a person. */
export type OfficersAtWorkTable = { account_id: string; seen_at: Instant };

/** What an officer sent from the console, by the console's own key: sent again over a bad line it is sent once. */
export type OfficerMessagesTable = { key: string; conversation_id: string; seq: number };

/** The official list of communes as imported; a code that a later list doesn't have is retired and stays. */
export type CommunesTable = {
  code: string;
  province_code: string;
  name: string;
  retired_at: Instant | null;
  imported_at: Instant;
};

/** A question that got no answer. Nothing leads from it to a conversation or a person. */
export type UnansweredQuestionsTable = {
  id: string;
  at: Instant;
  locale: 'vi' | 'en';
  /** `clarify`: topics were offered and none was chosen; `other_matter`: not about what is answered here; `handoff`: all else. */
  outcome: 'clarify' | 'handoff' | 'other_matter';
  /** The masked wording and what it is likened by (JSON). */
  question: Sealed;
};
