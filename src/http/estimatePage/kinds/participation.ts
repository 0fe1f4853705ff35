import { participationEstimator } from '../../../estimates/kinds/participation.js';
import { formatNumber, formatVnd } from '../../../i18n/index.js';
import type { Row } from '../Presentation.js';
import { presenter } from '../presenter.js';
import { localNote } from '../shareRows.js';
import { shareCells, shareColumns } from '../shareCells.js';
import { wayToPay } from '../wayToPay.js';

export const participationPresenter = presenter(participationEstimator, ({ figures, warned, say }) => {
  const { floor, ceiling, support, modes, arrearsFrom } = figures;
  const { t, title, months } = say;
  const [lowest, highest] = [shareCells(floor, say), shareCells(ceiling, say)];
  const facts: readonly Row[] = [
    { label: t('participation.group'), value: title(`group.${support.group}`) },
    {
      label: t('participation.percent'),
      value: `${formatNumber(support.percent)}%`,
      note: t('unit.perMonth', { amount: formatVnd(support.state) }),
    },
    {
      label: t('share.local'),
      value: t('unit.perMonth', { amount: formatVnd(support.local) }),
      note: localNote(warned, say),
    },
    { label: t('participation.left'), value: months(support.monthsLeft) },
    { label: t('participation.modes'), value: modes.map((mode) => wayToPay(mode, null, say)).join(', ') },
    ...(arrearsFrom === null
      ? []
      : [
          {
            label: t('participation.arrears'),
            value: t('unit.from', { from: say.month(arrearsFrom) }),
          },
        ]),
  ];
  return {
    headline: {
      label: t('participation.lowest'),
      value: formatVnd(floor.pay),
      amount: floor.pay,
      note: t('comparison.lowestNote', { income: formatVnd(floor.income) }),
    },
    blocks: [
      {
        kind: 'table',
        title: t('participation.levels'),
        columns: [t('participation.what'), t('participation.floor'), t('participation.ceiling')],
        rows: [
          [t('participation.income'), formatVnd(floor.income), formatVnd(ceiling.income)],
          ...shareColumns(say).map((label, at) => [label, lowest[at] ?? '', highest[at] ?? '']),
        ],
        printed: true,
      },
      { kind: 'rows', title: t('participation.support'), rows: facts, printed: true },
    ],
  };
});
