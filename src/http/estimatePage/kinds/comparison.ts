import type { z } from 'zod';
import { comparisonEstimator } from '../../../estimates/kinds/comparison.js';
import { formatDate, formatVnd } from '../../../i18n/index.js';
import type { Block, Headline, TableBlock } from '../Presentation.js';
import { presenter } from '../presenter.js';
import type { Say } from '../Say.js';
import { shareColumns, shareCells } from '../shareCells.js';
import { wayToPay } from '../wayToPay.js';

type Figures = z.infer<typeof comparisonEstimator.figures>;
type Level = Figures['levels'][number];
type Waiting = NonNullable<Figures['waiting']>;

export const comparisonPresenter = presenter(comparisonEstimator, ({ figures, input, say }) => {
  const { floor, ceiling, levels, waiting } = figures;
  const { t } = say;
  return {
    headline: headlineOf(figures, input.budget, say),
    blocks: [
      monthlyTable(figures, say),
      {
        kind: 'chart',
        title: t('comparison.chart'),
        note: t('comparison.range', { floor: formatVnd(floor), ceiling: formatVnd(ceiling) }),
        series: [t('share.pay'), t('share.state'), t('share.local')],
        groups: levels.flatMap(({ income, cells }) => {
          const monthly = monthlyOf(cells);
          const label = t('plan.income', { income: formatVnd(income) });
          return monthly === null ? [] : [{ label, amounts: [monthly.pay, monthly.state, monthly.local] }];
        }),
      },
      ...levels.map((level) => waysOf(level, say)),
      ...(waiting === null ? [] : waitingBlocks(waiting, say)),
    ],
  };
});

function headlineOf({ budgetIncome, levels }: Figures, budget: number | undefined, { t }: Say): Headline {
  const wanted = levels.find(({ income }) => income === budgetIncome);
  const pay = monthlyOf(wanted?.cells ?? [])?.pay;
  if (budget !== undefined && wanted !== undefined && pay !== undefined) {
    return {
      label: t('comparison.budget', { budget: formatVnd(budget) }),
      value: formatVnd(wanted.income),
      note: t('comparison.budgetNote', { pay: formatVnd(pay) }),
    };
  }
  const [lowest] = levels;
  const least = monthlyOf(lowest?.cells ?? [])?.pay ?? 0;
  return {
    label: t('comparison.lowest'),
    value: formatVnd(least),
    amount: least,
    note: t('comparison.lowestNote', { income: formatVnd(lowest?.income ?? 0) }),
  };
}

function monthlyTable({ levels }: Figures, say: Say): TableBlock {
  const { t } = say;
  return {
    kind: 'table',
    title: t('comparison.monthly'),
    columns: [t('comparison.level'), ...shareColumns(say)],
    rows: levels.map(({ income, cells }) => [formatVnd(income), ...shareCells(monthlyOf(cells), say)]),
    printed: true,
  };
}

function waysOf({ income, cells }: Level, say: Say): Block {
  const { t } = say;
  const hasHarvests = cells.some(({ amounts }) => typeof amounts?.perHarvest === 'number');
  const title = t('comparison.ways', { income: formatVnd(income) });
  const table: TableBlock = {
    kind: 'table',
    title,
    columns: [
      t('voluntary.mode'),
      ...shareColumns(say),
      t('comparison.perMonth'),
      t('comparison.perDay'),
      ...(hasHarvests ? [t('comparison.perHarvest')] : []),
    ],
    rows: cells.map(({ mode, years, amounts }) => [
      wayToPay(mode, years, say),
      ...shareCells(amounts, say),
      ...[amounts?.perMonth, amounts?.perDay, ...(hasHarvests ? [amounts?.perHarvest] : [])].map((amount) =>
        typeof amount === 'number' ? formatVnd(amount) : t('comparison.unknown'),
      ),
    ]),
    printed: false,
  };
  return { kind: 'fold', title, blocks: [table] };
}

function waitingBlocks({ from, levels, keeps }: Waiting, say: Say): readonly Block[] {
  const { t } = say;
  const title = t('comparison.waiting', { day: formatDate(from) });
  return [
    {
      kind: 'table',
      title,
      columns: [
        t('comparison.level'),
        t('comparison.then'),
        t('comparison.thenPay'),
        t('comparison.difference'),
      ],
      rows: levels.map(({ income, incomeThen, monthly, difference }) => [
        formatVnd(income),
        formatVnd(incomeThen),
        formatVnd(monthly.pay),
        say.difference(difference),
      ]),
      printed: false,
    },
    {
      kind: 'rows',
      title: t('comparison.keeps'),
      rows: keeps.map(({ mode, years, until }) => ({
        label: wayToPay(mode, years, say),
        value: say.month(until),
      })),
      printed: false,
    },
  ];
}

function monthlyOf(cells: Level['cells']): Level['cells'][number]['amounts'] {
  return cells.find(({ mode }) => mode === 'monthly')?.amounts ?? null;
}
