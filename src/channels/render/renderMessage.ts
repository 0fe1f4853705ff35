import { writeChoice, type OutboundActivity, type SuggestedAction } from '../../turn/index.js';
import type { Translate } from '../../i18n/index.js';
import type { Capabilities } from './Capabilities.js';
import { labelChoices, type LabelledChoices } from './labelChoices.js';
import { writeMarkup } from './markup.js';
import { splitText } from './splitText.js';

/** A button as a channel shows it: `choice` comes back as `reference`, `link` opens `href`. */
export type Button =
  | Readonly<{ kind: 'choice'; label: string; title: string; reference: string }>
  | Readonly<{ kind: 'link'; label: string; href: string }>;

/** What a channel with given capabilities shows of a message: texts within its limit, buttons with the last of them. */
export type Rendered = Readonly<{ parts: readonly string[]; buttons: readonly Button[] }>;

export type RenderInput = Readonly<{
  /** Pictures have whole addresses. */
  message: OutboundActivity;
  /** The message's number in its conversation. */
  seq: number;
  capabilities: Capabilities;
  words: Translate;
}>;

/** Renders a message for a channel. Pure: the same message always looks the same there. */
export function renderMessage({ message, seq, capabilities, words }: RenderInput): Rendered {
  const labelled = labelChoices(message, capabilities);
  const text = [
    message.text ?? '',
    ...(message.attachments ?? []).map(({ name, contentUrl }) =>
      words('channel:picture', { name, address: contentUrl }),
    ),
    linkLines(labelled.linkLines, message.text ?? ''),
    choiceLines(labelled, words),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
  return {
    parts: splitText(text, capabilities.textLimit).map((part) => writeMarkup(part, capabilities.markup)),
    buttons: [...choiceButtons(labelled, seq), ...labelled.linkButtons.map(linkButton)],
  };
}

function choiceButtons({ way, choices }: LabelledChoices, seq: number): readonly Button[] {
  if (way === 'none' || way === 'list') return [];
  return choices.map(({ title, mark }, index) => ({
    kind: 'choice',
    label: way === 'marked' ? mark : title,
    title,
    reference: writeChoice({ seq, index }),
  }));
}

function linkButton({ title, value }: SuggestedAction): Button {
  return { kind: 'link', label: title, href: value };
}

function choiceLines({ way, marks, choices }: LabelledChoices, words: Translate): string {
  if (way === 'none' || way === 'buttons') return '';
  const lines = choices.map(({ title, mark }) => `${mark}. ${title}`);
  const example = choices.at(-1)?.mark ?? '';
  const hint =
    marks === 'digits'
      ? words('channel:choose_by_number', { example })
      : words('channel:choose_by_letter', { example });
  return [...lines, ...(way === 'list' ? [hint] : [])].join('\n');
}

/** A telephone number or an address as plain text: telephones make it a link by themselves. Nothing is said twice. */
function linkLines(links: readonly SuggestedAction[], text: string): string {
  return links
    .map(({ title, value }) => {
      const target = value.replace(/^tel:/, '');
      return digitsOf(title).includes(digitsOf(target)) && value.startsWith('tel:')
        ? title
        : `${title}: ${target}`;
    })
    .filter((line) => !text.includes(line))
    .join('\n');
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
