import { cardRefundEstimator } from '../../../estimates/kinds/cardRefund.js';
import { formatVnd } from '../../../i18n/index.js';
import { presenter } from '../presenter.js';

export const cardRefundPresenter = presenter(cardRefundEstimator, ({ figures, say: { t, months } }) => {
  const { monthly, unusedMonths, leftoverDays, refund, refundAtMost } = figures;
  const unused =
    leftoverDays === 0
      ? months(unusedMonths)
      : t('cardRefund.unusedWithDays', { months: unusedMonths, days: leftoverDays });
  return {
    headline: { label: t('cardRefund.refund'), value: formatVnd(refund), amount: refund },
    blocks: [
      {
        kind: 'rows',
        title: t('benefit.facts'),
        rows: [
          { label: t('cardRefund.monthly'), value: formatVnd(monthly) },
          { label: t('cardRefund.unused'), value: unused },
          { label: t('cardRefund.refund'), value: formatVnd(refund), main: true },
          ...(refundAtMost === refund
            ? []
            : [{ label: t('cardRefund.most'), value: formatVnd(refundAtMost) }]),
        ],
        printed: true,
      },
    ],
  };
});
