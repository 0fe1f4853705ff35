import { create } from './dom.js';

/** Puts a text on the clipboard; false where the browser allows neither way. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** For browsers, and pages without https, that have no clipboard interface. */
function copyBySelection(text: string): boolean {
  const active = document.activeElement;
  const box = document.body.appendChild(create('textarea', 'hidden'));
  box.value = text;
  box.select();
  const copied = document.execCommand('copy');
  box.remove();
  if (active instanceof HTMLElement) active.focus({ preventScroll: true });
  return copied;
}
