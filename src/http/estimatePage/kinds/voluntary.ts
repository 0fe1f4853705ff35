import { voluntaryEstimator } from '../../../estimates/kinds/voluntary.js';
import { formatVnd } from '../../../i18n/index.js';
import type { Block } from '../Presentation.js';
import { presenter } from '../presenter.js';
import type { Say } from '../Say.js';
import { localNote, shareRows } from '../shareRows.js';
import { wayToPay } from '../wayToPay.js';

export const voluntaryPresenter = presenter(voluntaryEstimator, ({ figures, input, warned, say }) => {
  const { monthly, period } = figures;
  const mode = input.mode ?? 'monthly';
  const { t } = say;
  const notes = {
    gross: period.discount > 0 ? t('share.discounted', { amount: formatVnd(period.discount) }) : undefined,
    state: warned('arrears_support_doubtful') ? t('share.stateUnclear') : undefined,
    local: localNote(warned, say),
  };
  const chosen = [
    { label: t('voluntary.income'), value: formatVnd(input.income ?? 0) },
    { label: t('voluntary.mode'), value: wayToPay(mode, input.years, say) },
  ];
  const eachMonth: Block = {
    kind: 'rows',
    title: t('voluntary.eachMonth'),
    rows: shareRows(monthly, say, { local: notes.local }),
    printed: false,
  };
  return {
    headline: {
      label: headlineLabel(mode, { months: period.months, years: input.years ?? 0 }, say),
      value: formatVnd(period.pay),
      amount: period.pay,
    },
    blocks: [
      {
        kind: 'rows',
        title: t('share.title'),
        rows: [...shareRows(period, say, notes), ...chosen],
        printed: true,
      },
      ...(mode === 'monthly' || mode === 'arrears' ? [] : [eachMonth]),
    ],
  };
});

function headlineLabel(
  mode: string,
  { months, years }: Readonly<{ months: number; years: number }>,
  { t }: Say,
): string {
  if (mode === 'monthly') return t('voluntary.monthly');
  if (mode === 'advance') return t('voluntary.advance', { years });
  return mode === 'arrears' ? t('voluntary.arrears', { months }) : t('voluntary.period', { months });
}
