/*
 * What a service worker has and a page hasn't, as far as it is used here. The type library for workers can't stand beside the one
 * for pages.
 */
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

interface WindowEventMap {
  install: ExtendableEvent;
  activate: ExtendableEvent;
  fetch: FetchEvent;
}

declare function skipWaiting(): Promise<void>;

/** Digest of the shell that belongs to this script; the server writes it before the script. */
declare const release: string;
