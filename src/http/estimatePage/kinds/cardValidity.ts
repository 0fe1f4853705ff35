import { cardValidityEstimator } from '../../../estimates/kinds/cardValidity.js';
import { formatDate } from '../../../i18n/index.js';
import type { Row } from '../Presentation.js';
import { presenter } from '../presenter.js';

export const cardValidityPresenter = presenter(cardValidityEstimator, ({ figures, say: { t } }) => {
  const { validFrom, validTo, waitingDays, uncoveredDays, continuous, fiveYearsOn } = figures;
  const day = (label: string, date: string | null): readonly Row[] =>
    date === null ? [] : [{ label, value: formatDate(date) }];
  const days = (label: string, count: number | null): readonly Row[] =>
    count === null || count === 0 ? [] : [{ label, value: t('unit.days', { n: count }) }];
  return {
    headline: {
      label: t('cardTerm.from'),
      value: formatDate(validFrom),
      note: t('cardTerm.to', { day: formatDate(validTo) }),
    },
    blocks: [
      {
        kind: 'rows',
        title: t('benefit.facts'),
        rows: [
          ...days(t('cardTerm.waiting'), waitingDays),
          ...days(t('cardTerm.gap'), uncoveredDays),
          {
            label: t('cardTerm.continuous'),
            value: continuous ? t('cardTerm.goesOn') : t('cardTerm.broken'),
          },
          ...day(t('cardTerm.fiveYears'), fiveYearsOn),
          ...day(t('cardTerm.child'), figures.childCardEnds),
          ...day(t('cardTerm.grade12'), figures.grade12CardEnds),
        ],
        printed: true,
      },
    ],
  };
});
