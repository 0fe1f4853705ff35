import { z } from 'zod';
import { referencesOf } from '../../faq/index.js';

const longestText = 320;
/** A title is also a button. */
const longestTitle = 40;
const longestAlt = 160;
const fewestSteps = 4;
const mostSteps = 8;
const mostNext = 2;

const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'must be small letters and digits, with hyphens between');

/** Liquid, as in the answers: figures and the hotline are references. */
const template = z
  .string()
  .trim()
  .min(1)
  .max(longestText)
  .superRefine((text, context) => {
    try {
      referencesOf(text);
    } catch (error) {
      context.addIssue({ code: 'custom', message: `is no valid template: ${messageOf(error)}` });
    }
  });

const templates = z.strictObject({ vi: template, en: template });

function words(most: number) {
  const text = z.string().trim().min(1).max(most);
  return z.strictObject({ vi: text, en: text });
}

/** A guide told one step per message; the shape of `content/guides/<id>.json`. */
export const guideSchema = z.strictObject({
  id,
  title: words(longestTitle),
  /** Ids of the answers that offer this guide. */
  topics: z.array(id).min(1),
  steps: z
    .array(
      z.strictObject({
        /** The first sentence says what to do; makes sense without the picture. */
        text: templates,
        /** A file of `content/guides/pictures`. */
        picture: z.string().regex(/^[a-z0-9-]+\.svg$/u, 'must be the name of an .svg file'),
        /** What the picture shows, for those who don't see it. */
        alt: words(longestAlt),
      }),
    )
    .min(fewestSteps)
    .max(mostSteps),
  /** Guides that one may want afterwards. */
  next: z.array(id).max(mostNext),
  basis: z
    .array(z.strictObject({ document: z.string().trim().min(1), article: z.string().min(1).optional() }))
    .min(1),
  /** What is old or unverified in these steps, in the citizen's words. */
  doubtful: templates.nullable(),
  validFrom: z.iso.date(),
  reviewBy: z.iso.date(),
});

export type Guide = z.infer<typeof guideSchema>;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
