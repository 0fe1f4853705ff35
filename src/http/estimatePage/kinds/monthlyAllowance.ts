import { monthlyAllowanceEstimator } from '../../../estimates/kinds/monthlyAllowance.js';
import { formatVnd } from '../../../i18n/index.js';
import { presenter } from '../presenter.js';

export const monthlyAllowancePresenter = presenter(monthlyAllowanceEstimator, ({ figures, say }) => {
  const { t, months, month } = say;
  const { monthly, from, lastMonth, retirement, topUp } = figures;
  return {
    headline: {
      label: t('allowance.monthly'),
      value: formatVnd(monthly),
      amount: monthly,
      note: t('unit.from', { from: month(from) }),
    },
    blocks: [
      {
        kind: 'rows',
        title: t('benefit.facts'),
        rows: [
          ...(lastMonth === null ? [] : [{ label: t('allowance.span'), value: say.span(from, lastMonth) }]),
          { label: t('allowance.entitled'), value: months(figures.entitledMonths) },
          { label: t('allowance.needed'), value: months(figures.monthsToSocialPension) },
          { label: t('allowance.socialPension'), value: month(figures.socialPensionFrom) },
          ...(topUp === 0 ? [] : [{ label: t('allowance.topUp'), value: formatVnd(topUp) }]),
          ...(retirement === null
            ? []
            : [
                {
                  label: t('allowance.retirement'),
                  value: month(retirement.month),
                  note: t('pension.age', { age: say.age(retirement.age) }),
                },
              ]),
          { label: t('benefit.answer'), value: t('unit.workingDays', { n: figures.answerDays }) },
        ],
        printed: true,
      },
    ],
  };
});
