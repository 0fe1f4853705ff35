import { survivorsEstimator } from '../../../estimates/kinds/survivors.js';
import { formatDate, formatVnd } from '../../../i18n/index.js';
import { presenter } from '../presenter.js';

export const survivorsPresenter = presenter(survivorsEstimator, ({ figures, say: { t } }) => {
  const { funeral, lumpSum, total, fileBy, answerDays } = figures;
  return {
    headline: { label: t('survivors.total'), value: formatVnd(total), amount: total },
    blocks: [
      {
        kind: 'rows',
        title: t('survivors.parts'),
        rows: [
          {
            label: t('survivors.funeral'),
            value: funeral === null ? t('survivors.noFuneral') : formatVnd(funeral),
          },
          { label: t('survivors.lumpSum'), value: formatVnd(lumpSum) },
          { label: t('survivors.total'), value: formatVnd(total), main: true },
          { label: t('benefit.fileBy'), value: formatDate(fileBy) },
          { label: t('benefit.answer'), value: t('unit.workingDays', { n: answerDays }) },
        ],
        printed: true,
      },
    ],
  };
});
