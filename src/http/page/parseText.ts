/** A piece of a line. A link's `text` is always the address or number as it was written: no hidden targets. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

export type Line = readonly Inline[];

/** A paragraph keeps its line breaks; a list has one line per item. */
export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly items: readonly Line[] };

/**
 * Reads the little formatting a bot's message may hold: `**bold**`, line breaks, `- ` lists, the hotline as a tel: link
 * and https addresses. Everything else, HTML and other markup included, stays text. Used by the server and the browser.
 * @param hotline the hotline as written for people; its digits are found with spaces, dots or hyphens between them
 */
export function parseText(text: string, hotline: string): readonly Block[] {
  const phone = phonePattern(hotline);
  const blocks: Block[] = [];
  let lines: Line[] = [];
  let items: Line[] = [];
  const close = (): void => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', lines });
    if (items.length > 0) blocks.push({ kind: 'list', items });
    lines = [];
    items = [];
  };
  for (const line of visibleText(text).split('\n')) {
    const item = /^\s*[-•]\s+(\S.*)$/.exec(line)?.[1];
    if (item !== undefined) {
      if (lines.length > 0) close();
      items.push(parseBold(item.trimEnd(), phone));
    } else {
      if (items.length > 0 || line.trim() === '') close();
      if (line.trim() !== '') lines.push(parseBold(line.trim(), phone));
    }
  }
  close();
  return blocks;
}

/** The tel: address of a number as people write it; null when it holds no digit. */
export function telAddress(phone: string): string | null {
  const digits = phone.replace(/\D/g, '');
  return digits === '' ? null : `tel:${phone.trim().startsWith('+') ? '+' : ''}${digits}`;
}

/** Control and direction-changing characters can make a text read otherwise than it is; none is wanted in a message. */
function visibleText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\p{Bidi_Control}|(?![\n\t])\p{Cc}/gu, '');
}

function parseBold(line: string, phone: RegExp | null): Line {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of line.matchAll(/\*\*([^*\s](?:[^*]*[^*\s])?)\*\*/g)) {
    parts.push(...parseLinks(line.slice(from, match.index), phone));
    parts.push({ kind: 'bold', children: parseLinks(match[1] ?? '', phone) });
    from = (match.index ?? 0) + match[0].length;
  }
  parts.push(...parseLinks(line.slice(from), phone));
  return parts;
}

// The name of the host must be plain (no user@, no other alphabet) and must end where it seems to end. Without https only
// this very machine, as a service on trial is reached.
const webAddress =
  /(?:https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+|http:\/\/(?:127\.0\.0\.1|localhost))(?::\d{1,5})?(?![\w@:-]|\.[\w-])(?:[/?#][^\s<>"'`*]*)?/gi;

function parseLinks(text: string, phone: RegExp | null): readonly Inline[] {
  const links = [...webLinks(text), ...(phone === null ? [] : phoneLinks(text, phone))].sort(
    (a, b) => a.from - b.from,
  );
  const parts: Inline[] = [];
  let from = 0;
  for (const link of links) {
    if (link.from < from) continue;
    if (link.from > from) parts.push({ kind: 'text', text: text.slice(from, link.from) });
    parts.push({ kind: 'link', text: link.text, href: link.href });
    from = link.from + link.text.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

interface Found {
  readonly from: number;
  readonly text: string;
  readonly href: string;
}

function webLinks(text: string): readonly Found[] {
  return [...text.matchAll(webAddress)].map((match) => {
    const address = match[0].replace(/[.,;:!?…)\]}]+$/, '');
    return { from: match.index ?? 0, text: address, href: address };
  });
}

function phoneLinks(text: string, phone: RegExp): readonly Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(phone)) {
    const from = match.index ?? 0;
    const href = telAddress(match[0]);
    // A longer number that only contains the hotline's digits is another number.
    if (href !== null && !/[\d+]/.test(text.charAt(from - 1))) found.push({ from, text: match[0], href });
  }
  return found;
}

function phonePattern(hotline: string): RegExp | null {
  const digits = hotline.replace(/\D/g, '');
  return digits === '' ? null : new RegExp(`${digits.split('').join('[\\s.-]?')}(?!\\d)`, 'g');
}
