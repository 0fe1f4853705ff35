import { z } from 'zod';
import { readValue } from './readJson.js';
import { json, type HttpReply, type HttpRequest } from './Route.js';

const maxPage = 1_000;

const jsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'JSON' });
    return z.NEVER;
  }
});

const listParameters = z.object({
  sort: jsonText.pipe(z.tuple([z.string(), z.enum(['ASC', 'DESC'])])).default(['id', 'ASC']),
  range: jsonText
    .pipe(z.tuple([z.number().int().min(0), z.number().int().min(0)]))
    .refine(([first, last]) => last >= first && last - first < maxPage, `0…${maxPage}`)
    .default([0, 24]),
  filter: jsonText.pipe(z.record(z.string(), z.unknown())).default({}),
});

export type ListQuery<Filter> = Readonly<{
  sort: Readonly<{ field: string; descending: boolean }>;
  offset: number;
  limit: number;
  filter: Filter;
}>;

/**
 * `?sort=["createdAt","DESC"]&range=[0,24]&filter={…}`.
 * @throws HttpProblem 400 naming the parameter or the field of the filter.
 */
export function readListQuery<Filter extends z.ZodType>(
  request: HttpRequest,
  filterSchema: Filter,
): ListQuery<z.infer<Filter>> {
  const { sort, range, filter } = readValue(request, Object.fromEntries(request.query), listParameters);
  return {
    sort: { field: sort[0], descending: sort[1] === 'DESC' },
    offset: range[0],
    limit: range[1] - range[0] + 1,
    filter: readValue(request, filter, filterSchema),
  };
}

/** A page of a list with its place in the whole, as `Content-Range: leads 0-24/319`. */
export function listReply(
  name: string,
  items: readonly unknown[],
  { offset, total }: Readonly<{ offset: number; total: number }>,
): HttpReply {
  const last = offset + Math.max(items.length - 1, 0);
  return json(200, items, { 'Content-Range': `${name} ${offset}-${last}/${total}` });
}
