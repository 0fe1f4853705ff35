import { z } from 'zod';

// Contributions are capped at a small multiple of the reference level; a billion đồng is far above what that can reach.
const HIGHEST_INCOME = 1_000_000_000;
const MONTHS_OF_A_LIFE = 1200;

/** A monthly income or benefit, whole đồng. */
export const incomeInput = z.int().min(0).max(HIGHEST_INCOME);

/** What somebody paid in a whole life, whole đồng. */
export const paidInInput = z
  .int()
  .min(0)
  .max(HIGHEST_INCOME * MONTHS_OF_A_LIFE);
