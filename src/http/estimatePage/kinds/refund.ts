import { refundEstimator } from '../../../estimates/kinds/refund.js';
import { formatVnd } from '../../../i18n/index.js';
import { presenter } from '../presenter.js';

export const refundPresenter = presenter(refundEstimator, ({ figures, say: { t } }) => {
  const { contributions, state, local, refund, months, monthsLeft } = figures;
  return {
    headline: { label: t('refund.refund'), value: formatVnd(refund), amount: refund },
    blocks: [
      {
        kind: 'rows',
        title: t('refund.title'),
        rows: [
          {
            label: t('refund.contributions', { n: monthsLeft }),
            value: formatVnd(contributions),
            note: t('refund.of', { n: months }),
          },
          { label: t('refund.state'), value: formatVnd(state) },
          { label: t('refund.local'), value: formatVnd(local) },
          { label: t('refund.refund'), value: formatVnd(refund), main: true },
        ],
        printed: true,
      },
    ],
  };
});
