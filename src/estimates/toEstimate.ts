import type { Amount, Outcome, Step } from '../policy/index.js';
import type { AmountEstimate, Estimate, EstimateDeps } from './Estimate.js';
import { signReference } from './signReference.js';
import { createWords, type Words } from './words.js';

/** What every input may carry. */
export type EstimateInput = Readonly<{ date?: string | undefined; locale?: 'vi' | 'en' | undefined }>;

/**
 * Runs a rule on an input and puts its outcome into words and the public shape, with a signed reference that carries
 * the input as it was used (with its date).
 */
export function toEstimate<Input extends EstimateInput, Figures extends object>(
  kind: string,
  input: Input,
  deps: EstimateDeps,
  rule: (dated: Input & Readonly<{ date: string }>) => Outcome<Figures>,
): Estimate<Figures> {
  const dated = { ...input, date: input.date ?? deps.today };
  const outcome = rule(dated);
  const words = createWords(deps.translate, input.locale ?? 'vi', deps.table);
  switch (outcome.status) {
    case 'amount': {
      const { tableVersion, signingKey } = deps;
      const reference = signReference({ kind, input: dated, tableVersion }, signingKey);
      return amountEstimate(outcome, words, reference);
    }
    case 'incomplete':
      return outcome;
    case 'notEligible':
      return {
        status: 'not_eligible',
        date: outcome.date,
        reasons: outcome.reasons.map(({ code, operands, basis }) => ({
          code,
          text: words.reason(code, operands),
          basis,
        })),
      };
    case 'unknownParameter':
      return {
        status: 'unknown_parameter',
        date: outcome.date,
        unknown: outcome.unknown.map(({ id, date }) => ({ id, text: words.unknownParameter(id, date) })),
      };
  }
}

function amountEstimate<Figures extends object>(
  { date, figures, steps, parameters, assumptions, warnings }: Amount<Figures>,
  words: Words,
  reference: string,
): AmountEstimate<Figures> {
  return {
    status: 'amount',
    date,
    ...figures,
    steps: steps.map(({ code, operands, value }, index) => ({
      id: stepId(steps, index),
      ...words.step(code, operands),
      value,
    })),
    parameters: parameters.map(({ id, value, unit, from, to, basis }) => ({
      id,
      value,
      unit,
      from,
      to,
      basis,
    })),
    assumptions: assumptions.map(({ code, operands }) => ({ code, text: words.assumption(code, operands) })),
    warnings: warnings.map(({ code, operands }) => ({ code, text: words.warning(code, operands) })),
    reference,
  };
}

/** The code of a step; steps of the same code (one a member, say) are numbered. */
function stepId(steps: readonly Step[], index: number): string {
  const code = steps[index]?.code ?? '';
  const isSame = (step: Step): boolean => step.code === code;
  return steps.filter(isSame).length === 1
    ? code
    : `${code}_${steps.slice(0, index + 1).filter(isSame).length}`;
}
