import { supportedEstimator } from '../../../estimates/kinds/supported.js';
import { formatVnd } from '../../../i18n/index.js';
import type { Block } from '../Presentation.js';
import { presenter } from '../presenter.js';
import type { Say } from '../Say.js';
import { localNote, shareRows } from '../shareRows.js';

type Alternative = Readonly<{ rank: number; pay: number; cheaper: boolean }>;

export const supportedPresenter = presenter(supportedEstimator, ({ figures, input, warned, say }) => {
  const { pay, householdAlternative } = figures;
  const { t, title } = say;
  const group = { label: t('supported.group'), value: title(`group.${input.group ?? 'other'}`) };
  return {
    headline: {
      label: t('supported.pay', { months: input.months ?? 0 }),
      value: formatVnd(pay),
      amount: pay,
    },
    blocks: [
      {
        kind: 'rows',
        title: t('share.title'),
        rows: [...shareRows(figures, say, { local: localNote(warned, say) }), group],
        printed: true,
      },
      ...(householdAlternative === null ? [] : [alternativeBlock(householdAlternative, pay, say)]),
    ],
  };
});

function alternativeBlock({ rank, pay, cheaper }: Alternative, own: number, { t }: Say): Block {
  const amount = formatVnd(Math.abs(own - pay));
  const better = cheaper ? t('supported.byHousehold', { amount }) : t('supported.byGroup', { amount });
  return {
    kind: 'rows',
    title: t('supported.alternative'),
    rows: [
      { label: t('supported.rank', { rank }), value: formatVnd(pay) },
      { label: t('supported.cheaper'), value: own === pay ? t('unit.same') : better },
    ],
    printed: true,
  };
}
