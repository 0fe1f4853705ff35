import { parseJson } from './json.js';

let isForgetful = false;

/** On a shared device not even the tab remembers: browsers can open a closed one again. */
export function rememberNothing(): void {
  isForgetful = true;
}

/** Keeps a value for this tab only, so that a reload loses no unsent message. Storage may be switched off: then it forgets. */
export function remember(key: string, value: unknown): void {
  if (isForgetful) return;
  try {
    if (value === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Nothing to do: the message is still in the page.
  }
}

export function recall(key: string): unknown {
  try {
    return parseJson(sessionStorage.getItem(key) ?? '');
  } catch {
    return undefined;
  }
}
