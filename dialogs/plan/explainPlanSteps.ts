import type { EstimateStep } from '../../src/estimates/index.js';

/** Steps that come once for every way to pay. */
const perOption = ['plan_total', 'plan_pension'];

/** Of a plan's steps those of the way that the chat speaks of, which is told first; the others are a comparison, and waiting is asked for apart. */
export function explainPlanSteps(steps: readonly EstimateStep[]): readonly EstimateStep[] {
  const seen = new Set<string>();
  return steps.filter(({ id }) => {
    if (id.startsWith('plan_waiting')) return false;
    const code = perOption.find((start) => id.startsWith(start));
    if (code === undefined) return true;
    if (seen.has(code)) return false;
    seen.add(code);
    return true;
  });
}
