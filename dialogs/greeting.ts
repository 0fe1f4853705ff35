import type { Translate } from '../src/i18n/index.js';

/** The first words: what this is, what it can do, how to reach a person. Also shown by the page before anything is said. */
export function greetingOf(
  words: Translate,
  hotline: string,
): Readonly<{ text: string; choices: readonly Readonly<{ title: string; value: string }>[] }> {
  const buttons = ['estimate_voluntary', 'estimate_household', 'plan', 'benefits', 'call_me'];
  return {
    text: words('chat:greeting', { hotline }),
    choices: buttons.map((key) => words(`chat:button.${key}`)).map((title) => ({ title, value: title })),
  };
}
