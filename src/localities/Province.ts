import { readFileSync } from 'node:fs';
import { z } from 'zod';

const provinceSchema = z.strictObject({
  /** Official code, two digits. */
  code: z.string().regex(/^\d{2}$/),
  /** With its type: `Thành phố Đà Nẵng`. */
  name: z.string().min(1),
  /** As the estimates name it: `da-nang`. */
  slug: z.string().regex(/^[a-z-]+$/),
  /** Provinces merged into it on 2025-07-01, which people still say. */
  formerly: z.array(z.string().min(1)),
  /** Other spellings and short forms. */
  also: z.array(z.string().min(1)),
});
export type Province = Readonly<z.infer<typeof provinceSchema>>;

const provincesFile = z.strictObject({ provinces: z.array(provinceSchema).min(1) });

/** The provinces that ship with a release. @throws naming the field that can't be used. */
export function readProvinces(file: string): readonly Province[] {
  const parsed = provincesFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data.provinces;
  throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
}
