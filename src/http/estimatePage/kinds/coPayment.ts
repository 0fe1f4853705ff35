import { coPaymentEstimator } from '../../../estimates/kinds/coPayment.js';
import { formatNumber, formatVnd } from '../../../i18n/index.js';
import { presenter } from '../presenter.js';

export const coPaymentPresenter = presenter(coPaymentEstimator, ({ figures, say: { t } }) => {
  const { fund, patient, copay, selfPaid, directCeiling } = figures;
  return {
    headline: { label: t('coPayment.patient'), value: formatVnd(patient), amount: patient },
    blocks: [
      {
        kind: 'rows',
        title: t('coPayment.title'),
        rows: [
          { label: t('coPayment.cost'), value: formatVnd(fund + patient) },
          { label: t('coPayment.fund'), value: formatVnd(fund) },
          { label: t('coPayment.copay'), value: formatVnd(copay) },
          ...(selfPaid === 0 ? [] : [{ label: t('coPayment.selfPaid'), value: formatVnd(selfPaid) }]),
          { label: t('coPayment.patient'), value: formatVnd(patient), main: true },
        ],
        printed: true,
      },
      {
        kind: 'rows',
        title: t('benefit.facts'),
        rows: [
          { label: t('coPayment.level'), value: `${formatNumber(figures.benefitPercent)}%` },
          { label: t('coPayment.routing'), value: `${formatNumber(figures.routingPercent)}%` },
          {
            label: t('coPayment.counts'),
            value: figures.countsForCap ? t('coPayment.yes') : t('coPayment.no'),
          },
          { label: t('coPayment.cap'), value: formatVnd(figures.remainingToCap) },
          ...(directCeiling === null
            ? []
            : [{ label: t('coPayment.ceiling'), value: formatVnd(directCeiling) }]),
        ],
        printed: true,
      },
    ],
  };
});
