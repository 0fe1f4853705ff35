import type { AmountEstimate, Estimate } from '../../estimates/index.js';
import { fieldName } from './fieldName.js';
import { presenters } from './presenters.js';
import type { ResultPage } from './ResultPage.js';
import type { Say } from './Say.js';
import { sourcesOf } from './sourcesOf.js';

type Opened = Readonly<{ kind: string; input: object; estimate: Estimate<object> }>;
type Told = Pick<ResultPage, 'headline' | 'date'> & Partial<ResultPage>;

/**
 * What the page says of an estimate, in the language of `say`.
 * @throws when a kind of estimate has no presenter: every kind must have one.
 */
export function describeEstimate({ kind, input, estimate }: Opened, say: Say, hotline: string): ResultPage {
  const { t } = say;
  const told = ((): Told => {
    switch (estimate.status) {
      case 'amount':
        return describeAmount(kind, input, estimate, say);
      case 'incomplete':
        return {
          headline: { label: t('incomplete.headline'), value: t('incomplete.value') },
          date: null,
          lists: [
            { title: t('incomplete.list'), items: estimate.missing.map((field) => fieldName(field, say)) },
          ],
          advice: t('incomplete.next'),
        };
      case 'not_eligible':
        return {
          headline: { label: t('notEligible.headline'), value: t('notEligible.value') },
          date: estimate.date,
          lists: [{ title: t('notEligible.list'), items: estimate.reasons.map(({ text }) => text) }],
          advice: t('ask', { hotline }),
          sources: sourcesOf(
            estimate.reasons.map(({ basis }) => basis),
            say,
          ),
        };
      case 'unknown_parameter':
        return {
          headline: { label: t('unknown.headline'), value: t('unknown.value') },
          date: estimate.date,
          lists: [{ title: t('unknown.list'), items: estimate.unknown.map(({ text }) => text) }],
          advice: t('ask', { hotline }),
        };
    }
  })();
  return { ...nothingMore, kind: t(`kind.${kind}`), ...told };
}

const nothingMore = {
  blocks: [],
  lists: [],
  advice: null,
  warnings: [],
  assumptions: [],
  steps: [],
  sources: [],
} as const;

function describeAmount(kind: string, input: object, estimate: AmountEstimate<object>, say: Say): Told {
  const presenter = presenters.find((one) => one.kind === kind);
  if (presenter === undefined) throw new Error(`Estimates of the kind ${kind} have no presenter.`);
  const { date, steps, parameters, assumptions, warnings } = estimate;
  return {
    ...presenter.present(estimate, input, say),
    date,
    steps: steps.map(({ label, text }) => ({ label, text })),
    assumptions: assumptions.map(({ text }) => text),
    warnings: warnings.map(({ text }) => text),
    sources: sourcesOf(
      parameters.map(({ basis }) => basis),
      say,
    ),
  };
}
