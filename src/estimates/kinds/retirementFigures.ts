import { z } from 'zod';

/** A retirement age and the month in which it is reached, as answers carry them. */
export const retirementFigures = z.object({
  age: z.object({ years: z.int(), months: z.int() }),
  month: z.string(),
});
