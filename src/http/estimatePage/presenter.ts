import type { AmountEstimate, Estimator } from '../../estimates/index.js';
import type { Presentation } from './Presentation.js';
import type { Say } from './Say.js';

/** An amount of one kind, as its presenter sees it. */
export type Shown<Input, Figures> = Readonly<{
  figures: Figures;
  /** With the date of the estimate. */
  input: Input;
  date: string;
  /** Whether the estimate carries this warning. */
  warned: (code: string) => boolean;
  say: Say;
}>;

/** Shows the amounts of one kind of estimate. */
export type Presenter = Readonly<{
  kind: string;
  present: (estimate: AmountEstimate<object>, input: object, say: Say) => Presentation;
}>;

/** Makes a presenter of what a kind of estimate shows of its figures and input. */
export function presenter<
  Input extends Readonly<{ date?: string | undefined; locale?: 'vi' | 'en' | undefined }>,
  Figures extends object,
>(
  { kind, input: inputSchema, figures: figuresSchema }: Estimator<Input, Figures>,
  show: (shown: Shown<Input, Figures>) => Presentation,
): Presenter {
  return {
    kind,
    present: (estimate, input, say) => {
      const codes = new Set(estimate.warnings.map(({ code }) => code));
      return show({
        figures: figuresSchema.parse(estimate),
        input: inputSchema.parse(input),
        date: estimate.date,
        warned: (code) => codes.has(code),
        say,
      });
    },
  };
}
