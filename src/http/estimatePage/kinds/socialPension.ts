import { socialPensionEstimator } from '../../../estimates/kinds/socialPension.js';
import { formatDate, formatVnd } from '../../../i18n/index.js';
import { presenter } from '../presenter.js';

export const socialPensionPresenter = presenter(socialPensionEstimator, ({ figures, say: { t, month } }) => {
  const { amount, difference, ageReachedOn, fromMonth, answerDays } = figures;
  return {
    headline: { label: t('socialPension.amount'), value: formatVnd(amount), amount },
    blocks: [
      {
        kind: 'rows',
        title: t('benefit.facts'),
        rows: [
          ...(difference === null
            ? []
            : [{ label: t('socialPension.difference'), value: formatVnd(difference) }]),
          { label: t('socialPension.reached'), value: formatDate(ageReachedOn) },
          { label: t('socialPension.from'), value: month(fromMonth) },
          { label: t('benefit.answer'), value: t('unit.workingDays', { n: answerDays }) },
        ],
        printed: true,
      },
    ],
  };
});
