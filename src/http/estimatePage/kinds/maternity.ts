import { maternityEstimator } from '../../../estimates/kinds/maternity.js';
import { formatDate, formatVnd } from '../../../i18n/index.js';
import { presenter } from '../presenter.js';

export const maternityPresenter = presenter(maternityEstimator, ({ figures, say: { t } }) => {
  const { amount, perChild, fileBy, answerDays } = figures;
  return {
    headline: { label: t('maternity.amount'), value: formatVnd(amount), amount },
    blocks: [
      {
        kind: 'rows',
        title: t('benefit.facts'),
        rows: [
          { label: t('maternity.perChild'), value: formatVnd(perChild) },
          { label: t('benefit.fileBy'), value: formatDate(fileBy) },
          { label: t('benefit.answer'), value: t('unit.workingDays', { n: answerDays }) },
        ],
        printed: true,
      },
    ],
  };
});
