import type { EstimateDeps } from './Estimate.js';
import { estimateHousehold, estimatePension, estimateSupported, estimateVoluntary } from './estimates.js';
import type { OpenedReference } from './reference.js';

export type AnyEstimate = ReturnType<
  typeof estimateVoluntary | typeof estimateHousehold | typeof estimateSupported | typeof estimatePension
>;

/**
 * Makes an opened estimate again; with the table of its `tableVersion` the result is what it was, reference included.
 */
export function runEstimate(
  { kind, input }: Extract<OpenedReference, { status: 'ok' }>['estimate'],
  deps: EstimateDeps,
): AnyEstimate {
  switch (kind) {
    case 'voluntary':
      return estimateVoluntary(input, deps);
    case 'household':
      return estimateHousehold(input, deps);
    case 'supported':
      return estimateSupported(input, deps);
    case 'pension':
      return estimatePension(input, deps);
  }
}
