import type {
  ChoiceMarks,
  InboundActivity,
  OutboundActivity,
  OutboxReply,
  SendResult,
} from '../turn/index.js';
import type { Capabilities } from './render/index.js';

/** The citizens' own page: its clients fetch their replies themselves, over the Direct Line endpoint. */
export const webchat = { name: 'webchat' } as const;

/** A request as a door sees it: nothing decoded, because signatures are over the raw bytes. */
export type DoorRequest = Readonly<{
  headers: Readonly<Record<string, string | string[] | undefined>>;
  query: URLSearchParams;
  body: Buffer;
}>;

export type DoorReply = Readonly<{ status: number; contentType?: string; body?: string }>;

/** An address of the service that belongs to a channel. */
export type Door = Readonly<{
  method: 'GET' | 'POST';
  path: string;
  open: (request: DoorRequest) => Promise<DoorReply> | DoorReply;
}>;

/**
 * What every pushing channel promises to the rest of the service, which knows no more of it than this. `name` is stored with
 * conversations and leads.
 */
export type Channel = Readonly<{
  name: string;
  doors: readonly Door[];
  capabilities: Capabilities;
  /** How the choices of a message are marked where it is shown: what is typed then means one of them. */
  marksOf: (message: OutboundActivity, conversationId: string) => ChoiceMarks;
  /** Sends a committed reply; see `SendResult` for who must act on a failure. */
  send: (reply: OutboxReply) => Promise<SendResult>;
  /** Keeps credentials fresh; called every hour. */
  tend?: () => Promise<void>;
}>;

/**
 * What a platform's delivery says, after it was verified and decoded.
 * `message`: goes to the inbox under a key that is the same for every delivery of it.
 * `gone`: the person blocked or left us; nothing more is sent until they write again.
 * `withdrawn`: the person took consent back on the platform; what is held under it is erased.
 * `person_spoke`: somebody of the office answered by the platform's own tool; the bot keeps silent for a while.
 */
export type InboundEvent = Readonly<{ conversationId: string; userId: string; at: number }> &
  Readonly<
    | { kind: 'message'; key: string; address: string; activity: InboundActivity; acknowledge?: Call }
    | { kind: 'gone' }
    | { kind: 'withdrawn'; key: string; address: string }
    | { kind: 'person_spoke' }
  >;

/** One request to the platform: a path under its API's address, and what goes as JSON. */
export type Call = Readonly<{
  path: string;
  body: Readonly<Record<string, unknown>>;
  /** The reply is whole without it: refused, it is left out. */
  isExtra?: boolean;
}>;

/** What the platform answered, or that it didn't. */
export type CallAnswer =
  | Readonly<{ status: 'answered'; http: number; headers: Headers; body: unknown }>
  /** Refused before anything was sent: trying again doubles nothing. */
  | Readonly<{ status: 'unreachable' }>
  /** Broken off or timed out: it may have been delivered. */
  | Readonly<{ status: 'unknown' }>;

/** `renew`: the credentials were refused; with new ones the call may be made again, once. */
export type Verdict = SendResult | Readonly<{ status: 'renew'; reason: string }>;

/**
 * The pure half of a webhook channel: what a platform sends and wants to be sent, without a network or a store. `verify` is
 * over the raw bytes; `decode` never throws and leaves out what it doesn't know.
 */
export type Adapter = Readonly<{
  name: string;
  path: string;
  capabilities: Capabilities;
  /** Where some conversations can show less than others. */
  capabilitiesOf?: (conversationId: string) => Capabilities;
  /** Answers the platform's question whether this address is ours (GET), where it asks. */
  handshake?: (query: URLSearchParams) => DoorReply;
  /** `probe`: the platform's console only looks whether somebody answers. */
  verify: (request: DoorRequest) => 'genuine' | 'probe' | 'forged';
  decode: (body: Buffer) => readonly InboundEvent[];
  /** The calls that show a reply, in their order. */
  encode: (reply: OutgoingReply) => readonly Call[];
  /** The call that shows that an answer is being written, where there is one. */
  typing?: (address: string) => Call;
  classify: (answer: CallAnswer) => Verdict;
  /** Where a call goes and what its headers are: the only place where the credential is written down, and nobody logs it. */
  wire: (call: Call, token: string) => Readonly<{ url: string; headers: Readonly<Record<string, string>> }>;
}>;

export type OutgoingReply = Readonly<{
  seq: number;
  address: string;
  /** Pictures have whole addresses. */
  activity: OutboundActivity;
  /** Without buttons and markup: the platform refused the message as it was. */
  bare?: boolean;
}>;

/** Where a channel's credential comes from. `refused` is the token that the platform no longer takes. */
export type Credentials = Readonly<{
  token: (refused?: string) => Promise<Readonly<{ status: 'token'; token: string }> | SendResult>;
  tend?: () => Promise<void>;
}>;
