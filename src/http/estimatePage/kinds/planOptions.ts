import type { z } from 'zod';
import type { planEstimator } from '../../../estimates/kinds/plan.js';
import { formatVnd } from '../../../i18n/index.js';
import type { Block, TableBlock } from '../Presentation.js';
import type { Say } from '../Say.js';
import { shareCells, shareColumns } from '../shareCells.js';
import { wayToPay } from '../wayToPay.js';

type Option = z.infer<typeof planEstimator.figures>['options'][number];

/** Everything of the ways to pay one income: in all, at first, and over time. */
export function planOptionBlocks(options: readonly Option[], say: Say): readonly Block[] {
  return [inAll(options, say), atFirst(options, say), ...options.map((option) => overTime(option, say))];
}

function inAll(options: readonly Option[], say: Say): TableBlock {
  const { t } = say;
  const hasOneOff = options.some(({ oneOff }) => oneOff !== null);
  return {
    kind: 'table',
    title: t('plan.total'),
    columns: [
      t('voluntary.mode'),
      ...shareColumns(say),
      t('plan.pension'),
      ...(hasOneOff ? [t('pension.oneOff')] : []),
      t('plan.payback'),
    ],
    rows: options.map(({ mode, years, total, pension, oneOff, paybackMonths }) => [
      wayToPay(mode, years, say),
      ...shareCells(total, say),
      formatVnd(pension),
      ...(hasOneOff ? [formatVnd(oneOff ?? 0)] : []),
      say.months(paybackMonths),
    ]),
    printed: false,
  };
}

function atFirst(options: readonly Option[], say: Say): TableBlock {
  const { t } = say;
  const amounts = (['perDay', 'perHarvest'] as const).filter((key) =>
    options.some((option) => option[key] !== null),
  );
  const heads = { perDay: t('plan.perDay'), perHarvest: t('plan.perHarvest') };
  return {
    kind: 'table',
    title: t('plan.first'),
    columns: [t('voluntary.mode'), ...shareColumns(say), ...amounts.map((key) => heads[key])],
    rows: options.map((option) => [
      `${wayToPay(option.mode, option.years, say)}, ${t('plan.firstMonths', { months: option.firstPayment.months })}`,
      ...shareCells(option.firstPayment, say),
      ...amounts.map((key) => formatVnd(option[key] ?? 0)),
    ]),
    printed: false,
  };
}

function overTime({ mode, years, segments }: Option, say: Say): Block {
  const { t } = say;
  const title = `${t('plan.segments')}: ${wayToPay(mode, years, say).toLowerCase()}`;
  const table: TableBlock = {
    kind: 'table',
    title,
    columns: [t('plan.segment'), t('plan.segmentIncome'), ...shareColumns(say)],
    rows: segments.map((segment) => [
      `${say.span(segment.from, segment.to)}, ${wayToPay(segment.mode, null, say).toLowerCase()}`,
      formatVnd(segment.income),
      ...shareCells(segment, say),
    ]),
    printed: false,
  };
  return { kind: 'fold', title, blocks: [table] };
}
