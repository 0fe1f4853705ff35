import { z } from 'zod';

/** An amount and who bears it, as answers carry it. */
export const sharesFigures = { gross: z.int(), state: z.int(), local: z.int(), pay: z.int() };
