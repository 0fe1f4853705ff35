import type { z } from 'zod';
import type { Outcome, ParameterTable } from '../policy/index.js';
import type { Estimate, EstimateDeps } from './Estimate.js';
import { toEstimate, type EstimateInput } from './toEstimate.js';

/** A schema of an object whose fields can be listed. */
type ObjectSchema<Content> = z.ZodType<Content> & Readonly<{ shape: Readonly<Record<string, z.ZodType>> }>;

/** One kind of estimate: what it takes, what its amount holds, and how it is made. */
export type Estimator<Input extends EstimateInput, Figures extends object> = Readonly<{
  kind: string;
  /** One line for the contract. */
  summary: string;
  input: ObjectSchema<Input>;
  figures: ObjectSchema<Figures>;
  estimate: (input: Input, deps: EstimateDeps) => Estimate<Figures>;
  prepare: (read: ReadInput) => PreparedEstimate;
}>;

/** Checks something from outside against a schema; throws, in the reader's way, when it doesn't fit. */
export type ReadInput = <Input>(schema: z.ZodType<Input>) => Input;

/** An estimate whose input is known to be good and which only waits for a parameter table. */
export type PreparedEstimate = Readonly<{
  kind: string;
  input: EstimateInput;
  run: (deps: EstimateDeps) => Estimate<object>;
}>;

/** Makes a kind of estimate of a rule: the rule answers codes, the estimate words and a reference. */
export function estimator<Input extends EstimateInput, Figures extends object>({
  rule,
  ...described
}: Readonly<{
  kind: string;
  summary: string;
  input: ObjectSchema<Input>;
  figures: ObjectSchema<NoInfer<Figures>>;
  rule: (dated: Input & Readonly<{ date: string }>, table: ParameterTable) => Outcome<Figures>;
}>): Estimator<Input, Figures> {
  const { kind } = described;
  const estimate = (input: Input, deps: EstimateDeps): Estimate<Figures> =>
    toEstimate(kind, input, deps, (dated) => rule(dated, deps.table));
  return {
    ...described,
    estimate,
    prepare: (read) => {
      const input = read(described.input);
      return { kind, input, run: (deps) => estimate(input, deps) };
    },
  };
}
