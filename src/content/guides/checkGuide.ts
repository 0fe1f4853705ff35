import { checkText, checkTexts, type Finding, type TextsContext } from '../../faq/index.js';
import type { Guide } from './guideSchema.js';

const LOCALES = ['vi', 'en'] as const;

/** Checks a guide as it is told, a step a message, on a day and on every later day until its review. */
export function checkGuide(guide: Guide, context: TextsContext): readonly Finding[] {
  const { id, steps, doubtful, basis, reviewBy } = guide;
  const texts = [
    ...steps.map(({ text }, at) => [`steps.${String(at)}.text`, text] as const),
    ...(doubtful === null ? [] : [['doubtful', doubtful] as const]),
  ];
  return [
    ...LOCALES.flatMap((locale) =>
      texts.flatMap(([field, text]) =>
        checkText(
          { field: `${field}.${locale}`, template: text[locale], most: 1, locale, until: reviewBy },
          context,
        ),
      ),
    ),
    ...checkTexts({ id, main: 'steps', texts, basis }, context),
    ...(reviewBy < context.date
      ? [{ field: 'reviewBy', code: 'review_expired', severity: 'warning', details: { reviewBy } } as const]
      : []),
  ];
}
