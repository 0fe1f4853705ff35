import { z } from 'zod';

/** An absolute address of the web. */
export const webAddress = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https?:\/\//.test(text),
    'must be an address that begins with http:// or https://',
  );
