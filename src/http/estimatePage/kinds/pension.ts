import { pensionEstimator } from '../../../estimates/kinds/pension.js';
import { formatDate, formatNumber, formatVnd } from '../../../i18n/index.js';
import type { Headline, Row } from '../Presentation.js';
import { presenter } from '../presenter.js';
import type { Say } from '../Say.js';

export const pensionPresenter = presenter(pensionEstimator, ({ figures, say }) => {
  const { t } = say;
  const { averageIncome, rate, oneOff, earlyRetirement, retirement, pensionFrom } = figures;
  const rows: readonly Row[] = [
    {
      label: t('pension.retirement'),
      value: say.month(retirement.month),
      note: t('pension.age', { age: say.age(retirement.age) }),
    },
    ...(pensionFrom === null ? [] : [{ label: t('pension.start'), value: formatDate(pensionFrom) }]),
    { label: t('pension.average'), value: formatVnd(averageIncome) },
    ...(rate === null ? [] : [{ label: t('pension.rate'), value: `${formatNumber(rate)}%` }]),
    ...(oneOff === null ? [] : [{ label: t('pension.oneOff'), value: formatVnd(oneOff) }]),
    ...(earlyRetirement === null
      ? []
      : [
          {
            label: t('pension.early'),
            value: say.month(earlyRetirement.month),
            note: t('pension.age', { age: say.age(earlyRetirement.age) }),
          },
        ]),
  ];
  return {
    headline: headlineOf(figures, say),
    blocks: [{ kind: 'rows', title: t('pension.facts'), rows, printed: true }],
  };
});

function headlineOf(
  {
    pension,
    pensionFrom,
    shortfallMonths,
  }: Readonly<{ pension: number | null; pensionFrom: string | null; shortfallMonths: number }>,
  { t, months }: Say,
): Headline {
  if (pension === null) return { label: t('pension.short'), value: months(shortfallMonths) };
  return {
    label: t('pension.monthly'),
    value: formatVnd(pension),
    amount: pension,
    note: pensionFrom === null ? undefined : t('pension.from', { day: formatDate(pensionFrom) }),
  };
}
