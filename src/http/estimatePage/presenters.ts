import { cardRefundPresenter } from './kinds/cardRefund.js';
import { cardValidityPresenter } from './kinds/cardValidity.js';
import { comparisonPresenter } from './kinds/comparison.js';
import { coPaymentPresenter } from './kinds/coPayment.js';
import { householdPresenter } from './kinds/household.js';
import { householdChoicePresenter } from './kinds/householdChoice.js';
import { lumpSumPresenter } from './kinds/lumpSum.js';
import { maternityPresenter } from './kinds/maternity.js';
import { monthlyAllowancePresenter } from './kinds/monthlyAllowance.js';
import { participationPresenter } from './kinds/participation.js';
import { pensionPresenter } from './kinds/pension.js';
import { planPresenter } from './kinds/plan.js';
import { refundPresenter } from './kinds/refund.js';
import { schedulePresenter } from './kinds/schedule.js';
import { socialPensionPresenter } from './kinds/socialPension.js';
import { supportedPresenter } from './kinds/supported.js';
import { survivorsPresenter } from './kinds/survivors.js';
import { voluntaryPresenter } from './kinds/voluntary.js';
import type { Presenter } from './presenter.js';

/** One for every kind of estimate. */
export const presenters: readonly Presenter[] = [
  voluntaryPresenter,
  householdPresenter,
  supportedPresenter,
  pensionPresenter,
  planPresenter,
  participationPresenter,
  schedulePresenter,
  refundPresenter,
  comparisonPresenter,
  lumpSumPresenter,
  monthlyAllowancePresenter,
  socialPensionPresenter,
  maternityPresenter,
  survivorsPresenter,
  cardRefundPresenter,
  cardValidityPresenter,
  coPaymentPresenter,
  householdChoicePresenter,
];
