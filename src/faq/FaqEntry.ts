import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
const date = z.iso.date();
const text = z.strictObject({ vi: z.string().trim().min(1), en: z.string().trim().min(1) });

const legalBasis = z.strictObject({
  document: z.string().trim().min(1),
  article: z.string().min(1).optional(),
  clause: z.string().min(1).optional(),
  link: z.url().optional(),
});

/** One approved answer with the wordings of its question; the shape of `content/faq/<id>.json`. */
export const faqEntry = z.strictObject({
  id,
  product: z.enum(['vsi', 'hhi', 'common']),
  title: text,
  /** Liquid; at most 320 characters once rendered, the first sentence answers. */
  answer: text,
  /** Liquid; behind "Xem thêm": one or two bubbles with a blank line between. */
  more: text.nullable(),
  phrasings: z.strictObject({
    vi: z.array(z.string().trim().min(1)).min(1),
    en: z.array(z.string().trim().min(1)).min(1),
  }),
  related: z.array(id).max(4),
  nextStep: z.enum(['estimate_voluntary', 'estimate_household', 'lead', 'hotline']).nullable(),
  audiences: z.array(z.string().min(1)),
  /** The answer says that this service does not do it and where to turn. */
  redirect: z.boolean(),
  basis: z.array(legalBasis),
  /** Liquid; what is not settled, in the citizen's words. */
  doubtful: text.nullable(),
  validFrom: date,
  reviewBy: date,
});

export type FaqEntry = z.infer<typeof faqEntry>;
export type FaqLocale = 'vi' | 'en';
