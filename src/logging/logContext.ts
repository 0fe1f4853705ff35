import { AsyncLocalStorage } from 'node:async_hooks';

/** What a line of the log belongs to. Ids of ours only: none of them leads to a person without the key. */
export type LogContext = Readonly<{
  /** The HTTP request, as told to the caller in `X-Request-Id`. */
  request?: string;
  /** The turn: a name for the conversation that only the key's owner can trace back, and the message's number. */
  turn?: string;
}>;

const storage = new AsyncLocalStorage<LogContext>();

/** Runs a task whose every log line carries these ids, however deep it is written. */
export function inLogContext<Result>(context: LogContext, task: () => Result): Result {
  return storage.run({ ...storage.getStore(), ...context }, task);
}

/** The same for a task that follows from what ran before and isn't part of it. */
export function inOwnLogContext<Result>(context: LogContext, task: () => Result): Result {
  return storage.run(context, task);
}

export function currentLogContext(): LogContext {
  return storage.getStore() ?? {};
}
