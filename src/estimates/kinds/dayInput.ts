import { z } from 'zod';

/** A day of a life or of a payment, `YYYY-MM-DD`. */
export const dayInput = z.iso.date().regex(/^(19|20)/, 'must be a day of the 20th or 21st century');
