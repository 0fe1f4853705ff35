import { z } from 'zod';

/** Month of birth written `YYYY-MM`, or the year alone where nobody knows the month. */
export const birthInput = z
  .string()
  .regex(/^(19|20)\d{2}(-(0[1-9]|1[0-2]))?$/, 'must be a month written YYYY-MM, or a year');
