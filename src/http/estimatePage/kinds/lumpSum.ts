import { lumpSumEstimator } from '../../../estimates/kinds/lumpSum.js';
import { formatNumber, formatVnd } from '../../../i18n/index.js';
import { presenter } from '../presenter.js';

export const lumpSumPresenter = presenter(lumpSumEstimator, ({ figures, say: { t, months } }) => {
  const { amount, gross, deducted, averageIncome, yearsBefore2014, yearsFrom2014, monthsToPension } = figures;
  const years = (yearsBefore2014 ?? 0) + (yearsFrom2014 ?? 0);
  return {
    headline: { label: t('lumpSum.amount'), value: formatVnd(amount), amount },
    blocks: [
      {
        kind: 'rows',
        title: t('benefit.facts'),
        rows: [
          { label: t('lumpSum.gross'), value: formatVnd(gross) },
          { label: t('lumpSum.deducted'), value: formatVnd(deducted) },
          { label: t('lumpSum.amount'), value: formatVnd(amount), main: true },
          { label: t('lumpSum.months'), value: months(figures.months) },
          ...(yearsFrom2014 === null
            ? []
            : [{ label: t('lumpSum.years'), value: t('unit.years', { n: formatNumber(years) }) }]),
          { label: t('lumpSum.average'), value: formatVnd(averageIncome) },
          ...(monthsToPension === 0 ? [] : [{ label: t('lumpSum.given'), value: months(monthsToPension) }]),
          { label: t('benefit.answer'), value: t('unit.workingDays', { n: figures.answerDays }) },
        ],
        printed: true,
      },
    ],
  };
});
