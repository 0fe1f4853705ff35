import type { z } from 'zod';
import { householdChoiceEstimator } from '../../../estimates/kinds/householdChoice.js';
import { formatVnd } from '../../../i18n/index.js';
import { presenter } from '../presenter.js';
import { mostOnPaper } from '../Presentation.js';
import type { Say } from '../Say.js';
import { shareColumns } from '../shareCells.js';

type Member = z.infer<typeof householdChoiceEstimator.figures>['members'][number];

export const householdChoicePresenter = presenter(householdChoiceEstimator, ({ figures, say }) => {
  const { members, total, totalByHousehold, totalByGroup, saving } = figures;
  const { t } = say;
  return {
    headline: {
      label: t('choice.total'),
      value: formatVnd(total),
      amount: total,
      note: saving === 0 ? undefined : t('choice.saving', { amount: formatVnd(saving) }),
    },
    blocks: [
      {
        kind: 'table',
        title: t('choice.members'),
        columns: [t('choice.member'), ...shareColumns(say)],
        rows: members.map((member) => toRow(member, say)),
        printed: members.length <= mostOnPaper,
      },
      {
        kind: 'rows',
        title: t('choice.compare'),
        rows: [
          { label: t('choice.total'), value: formatVnd(total), main: true },
          { label: t('choice.byHousehold'), value: formatVnd(totalByHousehold) },
          { label: t('choice.byGroup'), value: formatVnd(totalByGroup) },
        ],
        printed: true,
      },
    ],
  };
});

/** Amounts that nobody reckons here, such as those of a card from an employer, are left open. */
function toRow(member: Member, say: Say): readonly string[] {
  const { position, months, gross, state, local, pay } = member;
  const { t } = say;
  const name = t('choice.one', { n: position, form: formOf(member, say) });
  return [
    months === null ? name : `${name}, ${say.months(months)}`,
    ...[gross, state, local, pay].map((amount) => (amount === null ? '–' : formatVnd(amount))),
  ];
}

function formOf({ form, group, rank }: Member, { t, term }: Say): string {
  if (form === 'individual') return t('choice.individual');
  if (form === 'household') return t('choice.household', { rank: rank ?? 0 });
  if (group === null) return t('choice.localAlone');
  return t(`choice.${form}`, { group: term(`group.${group}`) });
}
