import { householdEstimator } from '../../../estimates/kinds/household.js';
import { formatNumber, formatVnd } from '../../../i18n/index.js';
import { mostOnPaper } from '../Presentation.js';
import { presenter } from '../presenter.js';
import type { Say } from '../Say.js';

type Member = Readonly<{ rank: number; percent: number; months: number; pay: number }>;
/** Members one after the other who pay the same. */
type Run = Readonly<{ first: Member; last: Member }>;

export const householdPresenter = presenter(householdEstimator, ({ figures, say }) => {
  const { members, total } = figures;
  const { t } = say;
  const rows = runsOf(members).map((run) => toRow(run, say));
  return {
    headline: {
      label: members.length === 1 ? t('household.alone') : t('household.total'),
      value: formatVnd(total),
      amount: total,
      note: t('household.people', { people: members.length }),
    },
    blocks: [
      {
        kind: 'table',
        title: t('household.members'),
        columns: [t('household.rank'), t('household.percent'), t('household.months'), t('household.pay')],
        rows,
        printed: rows.length <= mostOnPaper,
      },
    ],
  };
});

/** From the fifth on everybody pays the same: a large household stays readable. */
function runsOf(members: readonly Member[]): readonly Run[] {
  const runs: Run[] = [];
  for (const member of members) {
    const run = runs.at(-1);
    if (run !== undefined && paySame(run.last, member)) runs[runs.length - 1] = { ...run, last: member };
    else runs.push({ first: member, last: member });
  }
  return runs;
}

function paySame(one: Member, other: Member): boolean {
  return one.percent === other.percent && one.months === other.months && one.pay === other.pay;
}

function toRow({ first, last }: Run, { t, months }: Say): readonly string[] {
  return [
    first.rank === last.rank
      ? t('household.one', { rank: first.rank })
      : t('household.span', { from: first.rank, to: last.rank }),
    `${formatNumber(first.percent)}%`,
    months(first.months),
    formatVnd(first.pay),
  ];
}
