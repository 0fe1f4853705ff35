import { estimators, openReference, type EstimateDeps } from '../../estimates/index.js';
import type { Locale, Translator } from '../../i18n/index.js';
import type { ParameterTable } from '../../policy/index.js';
import { HttpProblem } from '../HttpProblem.js';
import type { RateLimit } from '../rateLimit.js';
import { readJson } from '../readJson.js';
import { json, type Route } from '../Route.js';

export type EstimateOptions = Readonly<{
  words: Translator;
  table: () => Readonly<{ table: ParameterTable; version: string }>;
  /** The table as it stood under an earlier version; undefined when that is no longer kept. */
  tableOf: (version: string) => ParameterTable | undefined;
  signingKey: Uint8Array;
  /** `YYYY-MM-DD` in Vietnam. */
  today: () => string;
  limit: RateLimit;
  /** Told of every estimate that was given. */
  told?: () => void;
}>;

/** Estimates for anybody, and the same estimate opened again by its reference. */
export function estimateRoutes(options: EstimateOptions): readonly Route[] {
  return [
    ...estimators.map(({ kind, prepare }): Route => ({
      method: 'POST',
      path: `/api/v1/estimates/${kind}`,
      work: 'reading',
      handle: async (request) => {
        await options.limit(request);
        const { table, version } = options.table();
        const { input, run } = prepare((schema) => readJson(request, schema));
        const estimate = run(depsWith(options, { table, tableVersion: version, locale: input.locale }));
        options.told?.();
        return json(200, estimate);
      },
    })),
    {
      method: 'GET',
      path: '/api/v1/estimates/:reference',
      work: 'reading',
      handle: async (request) => {
        await options.limit(request);
        const opened = openReference(request.params.reference ?? '', options.signingKey);
        if (opened.status === 'invalid')
          throw new HttpProblem(404, 'not_found', request.words('http:bad_reference'));
        const { estimate, tableVersion } = opened;
        const table = options.tableOf(tableVersion);
        if (table === undefined) {
          throw new HttpProblem(404, 'not_found', request.words('http:reference_unreadable'));
        }
        const { locale } = estimate.input;
        return json(200, estimate.run(depsWith(options, { table, tableVersion, locale })));
      },
    },
  ];
}

function depsWith(
  { signingKey, today, words }: EstimateOptions,
  {
    table,
    tableVersion,
    locale,
  }: Readonly<{ table: ParameterTable; tableVersion: string; locale: Locale | undefined }>,
): EstimateDeps {
  return { table, tableVersion, signingKey, today: today(), translate: words(locale ?? 'vi') };
}
