import type { z } from 'zod';
import { planEstimator } from '../../../estimates/kinds/plan.js';
import { formatDate, formatVnd } from '../../../i18n/index.js';
import type { Block, ChartBlock, Row, TableBlock } from '../Presentation.js';
import { presenter } from '../presenter.js';
import type { Say } from '../Say.js';
import { wayToPay } from '../wayToPay.js';
import { planOptionBlocks } from './planOptions.js';

type Figures = z.infer<typeof planEstimator.figures>;
type Options = Figures['options'];
type Waiting = NonNullable<Figures['waiting']>;

export const planPresenter = presenter(planEstimator, ({ figures, say }) => {
  const { path, options, waiting } = figures;
  const { t } = say;
  const byIncome = [...Map.groupBy(options, ({ income }) => income)];
  const firstWays = byIncome.flatMap(([, [first]]) => (first === undefined ? [] : [first]));
  return {
    headline: {
      label: t('plan.earliest'),
      value: formatDate(path.pensionFrom),
      note: t(`plan.${path.kind}`, {
        payMonths: path.payMonths,
        arrearsMonths: path.arrearsMonths,
        arrearsIn: path.arrearsIn === null ? '' : say.month(path.arrearsIn),
      }),
    },
    blocks: [
      { kind: 'rows', title: t('plan.facts'), rows: milestones(figures, say), printed: false },
      overview(firstWays, say),
      chart(firstWays, say),
      ...byIncome.map(([income, ways]): Block => ({
        kind: 'fold',
        title: t('plan.incomeWays', { income: formatVnd(income) }),
        blocks: planOptionBlocks(ways, say),
      })),
      ...(waiting === null ? [] : [waitingBlock(waiting, say)]),
    ],
  };
});

function milestones({ retirement, path, budgetIncome }: Figures, say: Say): readonly Row[] {
  const { t } = say;
  return [
    {
      label: t('pension.retirement'),
      value: say.month(retirement.month),
      note: t('pension.age', { age: say.age(retirement.age) }),
    },
    ...(path.enoughFrom === null ? [] : [{ label: t('plan.enough'), value: say.month(path.enoughFrom) }]),
    ...(path.withoutArrearsFrom === null
      ? []
      : [{ label: t('plan.without'), value: formatDate(path.withoutArrearsFrom) }]),
    ...(budgetIncome === null ? [] : [{ label: t('plan.budget'), value: formatVnd(budgetIncome) }]),
  ];
}

/** What each income costs and brings, in one line each; the other ways to pay it are in its fold. */
function overview(options: Options, say: Say): TableBlock {
  const { t } = say;
  return {
    kind: 'table',
    title: t('plan.overview', { mode: modeOf(options, say) }),
    columns: [t('voluntary.income'), t('plan.perMonth'), t('plan.ownTotal'), t('plan.pension')],
    rows: options.map(({ income, perMonth, total, pension }) => [
      formatVnd(income),
      formatVnd(perMonth ?? total.pay),
      formatVnd(total.pay),
      formatVnd(pension),
    ]),
    printed: true,
  };
}

/** One bar for what is paid, one for what comes of it. */
function chart(options: Options, say: Say): ChartBlock {
  const { t } = say;
  return {
    kind: 'chart',
    title: t('plan.chart'),
    note: t('plan.chartFor', { mode: modeOf(options, say) }),
    series: [t('plan.perMonth'), t('plan.pension')],
    groups: options.map(({ income, perMonth, total, pension }) => ({
      label: t('plan.income', { income: formatVnd(income) }),
      amounts: [perMonth ?? total.pay, pension],
    })),
  };
}

function modeOf([first]: Options, say: Say): string {
  return first === undefined ? '' : wayToPay(first.mode, first.years, say).toLowerCase();
}

function waitingBlock(
  { startsOn, income, mode, ownDifference, stateDifference, pensionDifference, pensionLaterMonths }: Waiting,
  say: Say,
): Block {
  const { t } = say;
  return {
    kind: 'rows',
    title: t('plan.waiting', { day: formatDate(startsOn) }),
    rows: [
      {
        label: t('plan.waitingWay'),
        value: formatVnd(income),
        note: wayToPay(mode, null, say).toLowerCase(),
      },
      { label: t('plan.ownTotal'), value: say.difference(ownDifference), main: true },
      { label: t('share.state'), value: say.difference(stateDifference) },
      { label: t('plan.pension'), value: say.difference(pensionDifference) },
      ...(pensionLaterMonths > 0
        ? [{ label: t('plan.waitingLater'), value: say.months(pensionLaterMonths) }]
        : []),
    ],
    printed: false,
  };
}
