import type { z } from 'zod';
import { scheduleEstimator } from '../../../estimates/kinds/schedule.js';
import { formatDate } from '../../../i18n/index.js';
import type { Block, Headline, Row } from '../Presentation.js';
import { presenter } from '../presenter.js';
import type { Say } from '../Say.js';
import { wayToPay } from '../wayToPay.js';

type Figures = z.infer<typeof scheduleEstimator.figures>;

export const schedulePresenter = presenter(scheduleEstimator, ({ figures, input, say }) => {
  const { t, months, month } = say;
  const { to, nextPayBy, changeFrom, newSupportFrom, changes } = figures;
  const rows: readonly Row[] = [
    { label: t('voluntary.mode'), value: wayToPay(input.mode ?? 'monthly', input.years, say) },
    ...(to === null ? [] : [{ label: t('schedule.period'), value: say.span(input.from ?? to, to) }]),
    { label: t('schedule.length'), value: months(figures.months) },
    ...(nextPayBy === null ? [] : [{ label: t('schedule.next'), value: formatDate(nextPayBy) }]),
    ...(changeFrom === null ? [] : [{ label: t('schedule.change'), value: month(changeFrom) }]),
    ...(newSupportFrom === null ? [] : [{ label: t('schedule.newSupport'), value: month(newSupportFrom) }]),
  ];
  return {
    headline: headlineOf(figures, say),
    blocks: [
      { kind: 'rows', title: t('schedule.facts'), rows, printed: true },
      ...(changes.length === 0 ? [] : [changesBlock(figures, say)]),
    ],
  };
});

function headlineOf({ payWhen, payBy, overdue }: Figures, { t }: Say): Headline {
  if (payBy !== null) {
    return { label: overdue ? t('schedule.overdue') : t('schedule.payBy'), value: formatDate(payBy) };
  }
  return payWhen === 'when_registering'
    ? { label: t('schedule.whenRegistering'), value: t('schedule.registering') }
    : { label: t('schedule.unknown'), value: t('schedule.unclear') };
}

function changesBlock({ changes }: Figures, { t, label, figure }: Say): Block {
  return {
    kind: 'rows',
    title: t('schedule.changes'),
    rows: changes.map(({ parameter, from, before, after }) => ({
      label: t('schedule.changeRow', { label: label(parameter), day: formatDate(from) }),
      value: t('schedule.changeValue', {
        before: figure(parameter, before),
        after: figure(parameter, after),
      }),
    })),
    printed: true,
  };
}
