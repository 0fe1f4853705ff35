import type { FakeApi } from './FakeApi.js';

/** A message as the citizen's telephone shows it: without markup, with the labels of its buttons. */
export type Shown = Readonly<{ text: string; buttons: readonly ShownButton[] }>;
/** `press` is what the platform sends back; a link goes nowhere. */
export type ShownButton = Readonly<{ label: string; press: string | undefined; href?: string }>;

/** A delivery as it goes over the wire; sent again it is the same delivery. */
export type Delivery = Readonly<{ raw: string; headers: Readonly<Record<string, string>> }>;

/** A platform as its documents describe it, on loopback, with citizens who write through it. */
export type FakePlatform = Readonly<{
  name: string;
  api: FakeApi;
  /** Settings with which the service knows this platform. */
  env: () => Readonly<Record<string, string>>;
  /** Hosts on the internet that a library calls by heart, and the port of this machine at which they are played: see `routeHttps.ts`. */
  hosts?: Readonly<Record<string, number>>;
  /** Whether a delivery says which language the citizen's client speaks. */
  tellsLanguage: boolean;
  /** Where the service takes deliveries, a path. */
  door: string;
  /** The id of the conversation that the service makes for a citizen. */
  conversationOf: (citizen: string) => string;
  /** Everything shown to a citizen so far. */
  shownTo: (citizen: string) => readonly Shown[];
  /** A new message of a citizen, signed. */
  write: (citizen: string, text: string, options?: WriteOptions) => Delivery;
  /** A tap on a button of a message that was shown. */
  press: (citizen: string, button: ShownButton, options?: WriteOptions) => Delivery;
  /** Several events in one delivery where the platform does that. */
  batch?: (deliveries: readonly Delivery[]) => Delivery;
  /** The citizen blocks us, or the platform's like of it. */
  block: (citizen: string) => Delivery | undefined;
  /** An event that we have never heard of. */
  strange: () => Delivery;
  /** Any bytes with a signature that is right, as far as the platform could sign them. */
  sign: (raw: string) => Delivery;
  /** What may stand in no log. */
  secrets: readonly string[];
  /** The same bytes with a signature that isn't right. */
  forge: (delivery: Delivery) => readonly Delivery[];
  stop: () => Promise<void>;
}>;

export type WriteOptions = Readonly<{ locale?: string }>;

/** Posts a delivery to the service; the status that the platform sees. */
export async function deliver(base: string, door: string, { raw, headers }: Delivery): Promise<number> {
  const response = await fetch(`${base}${door}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: raw,
  });
  await response.arrayBuffer();
  return response.status;
}
