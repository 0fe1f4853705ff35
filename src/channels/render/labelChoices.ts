import {
  choicesOf,
  type ChoiceMarks,
  type OutboundActivity,
  type SuggestedAction,
} from '../../turn/index.js';
import type { Capabilities } from './Capabilities.js';

/**
 * How the choices of a message are shown.
 * `buttons`: as they are; `marked`: the titles stand marked in the text, the buttons carry the marks; `list`: only marked in
 * the text; `none`: there are none.
 */
export type ChoiceWay = 'none' | 'buttons' | 'marked' | 'list';

export type LabelledChoices = Readonly<{
  way: ChoiceWay;
  /** What is typed to choose: `1`, `2` or `A`, `B`. */
  marks: 'digits' | 'letters';
  choices: readonly Readonly<{ title: string; mark: string }>[];
  /** Links that get a button, and those that have to stand in the text. */
  linkButtons: readonly SuggestedAction[];
  linkLines: readonly SuggestedAction[];
}>;

/** Values for which a bare number is the answer itself and must not be taken for the number of a choice. */
const numericValues: ReadonlySet<string> = new Set([
  'members',
  'months',
  'years',
  'income',
  'birth',
  'phone',
]);

/** Decides how a channel shows the choices and links of a message. The same message always gets the same marks. */
export function labelChoices(
  message: OutboundActivity,
  { buttons }: Pick<Capabilities, 'buttons'>,
): LabelledChoices {
  const { choices, links } = choicesOf(message);
  const titles = choices.map(({ title }) => withoutOwnNumber(title));
  const marks = areConfusable(message, titles) ? 'letters' : 'digits';
  const labelled = titles.map((title, index) => ({ title, mark: markOf(marks, index) }));
  const opensLink = ({ value }: SuggestedAction) =>
    buttons?.opens.some((scheme) => value.startsWith(scheme)) === true;
  const fitting = links.filter(opensLink);
  const linksFit = buttons !== undefined && choices.length + fitting.length <= buttons.most;
  const linkButtons = linksFit ? fitting : [];
  return {
    way: wayOf(titles, buttons),
    marks,
    choices: labelled,
    linkButtons,
    linkLines: links.filter((link) => !linkButtons.includes(link)),
  };
}

/** What may be typed to choose among the choices of a message: only what was shown with them. */
export function marksOfChoices(
  message: OutboundActivity,
  capabilities: Pick<Capabilities, 'buttons'>,
): ChoiceMarks {
  const { way, marks } = labelChoices(message, capabilities);
  return way === 'list' || way === 'marked' ? marks : 'none';
}

function wayOf(titles: readonly string[], buttons: Capabilities['buttons']): ChoiceWay {
  if (titles.length === 0) return 'none';
  if (buttons === undefined || titles.length > buttons.most) return 'list';
  return titles.every((title) => title.length <= buttons.titleLimit) ? 'buttons' : 'marked';
}

/** "3" in answer to [3 months] [6 months] [12 months] would be the third choice: there letters mark the choices. */
function areConfusable(message: OutboundActivity, titles: readonly string[]): boolean {
  const expects = message.channelData?.expects;
  return (
    (typeof expects === 'string' && numericValues.has(expects)) || titles.some((title) => /^\d/.test(title))
  );
}

/** Titles that carry their number already ("1. …") are numbered once. */
function withoutOwnNumber(title: string): string {
  return title.replace(/^\d{1,2}\.\s+/, '');
}

const firstLetter = 65;

function markOf(marks: LabelledChoices['marks'], index: number): string {
  return marks === 'digits' ? String(index + 1) : String.fromCharCode(firstLetter + index);
}
