import type { ChatTurn } from '../ChatTurn.js';
import type { Form, Slot } from './Form.js';
import { understoodAs } from './understood.js';

/** A hint after what the answer was understood as, where the hint doesn't say that itself. */
export function withUnderstood<Values>(
  turn: ChatTurn,
  { freeText, missing }: Slot<Values>,
  hint: string,
): string {
  const what = freeText === true || missing === undefined ? undefined : understoodAs(turn);
  if (what === undefined || hint.startsWith(turn.t('form.understood_start'))) return hint;
  return `${turn.t('form.understood', { what })} ${hint}`;
}

/** Which answer was taken from a message that answers another question than the open one. */
export function notedText<Values extends object>(
  { slots }: Form<Values>,
  turn: ChatTurn,
  overheard: Readonly<Record<string, unknown>>,
): string {
  const told = slots.find(({ fills }) => String(fills[0]) in overheard);
  if (told?.missing === undefined) return turn.t('form.noted');
  return turn.t('form.noted_what', { what: turn.t(`missing.${told.missing}`) });
}

/** After hours or days: what was being done, what is still missing, and the way on. */
export async function sayWelcomeBack<Values>(
  turn: ChatTurn,
  form: string,
  { missing }: Slot<Values>,
): Promise<void> {
  const matter = turn.t(`matter.${form}`);
  await turn.say({
    text:
      missing === undefined
        ? turn.t('back.form', { matter })
        : turn.t('back.form_missing', { matter, missing: turn.t(`missing.${missing}`) }),
    choices: [turn.button('continue'), turn.button('restart')],
  });
}
