import { z } from 'zod';

/** Day of birth, `YYYY-MM-DD`, of a person who may be alive. */
export const birthdayInput = z.iso
  .date()
  .refine((day) => day >= '1900-01-01', 'must be a day of 1900 or later, written YYYY-MM-DD');
