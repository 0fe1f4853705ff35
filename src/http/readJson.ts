import { z } from 'zod';
import type { Translate } from '../i18n/index.js';
import { HttpProblem } from './HttpProblem.js';
import { issueMessage } from './issueMessage.js';
import type { HttpRequest } from './Route.js';

const messages = { vi: z.locales.vi().localeError, en: z.locales.en().localeError };

/**
 * The body as `schema` wants it.
 * @throws HttpProblem 400 with one detail per field, in the reader's language.
 */
export function readJson<Schema extends z.ZodType>(request: HttpRequest, schema: Schema): z.infer<Schema> {
  return readValue(request, parseJson(request), schema);
}

/** Checks any value of a request (query, path, header) like a body. */
export function readValue<Schema extends z.ZodType>(
  request: HttpRequest,
  value: unknown,
  schema: Schema,
): z.infer<Schema> {
  const parsed = schema.safeParse(value, { error: messages[request.locale], reportInput: false });
  if (parsed.success) return parsed.data;
  throw new HttpProblem(
    400,
    'bad_request',
    request.words('http:bad_request'),
    parsed.error.issues.flatMap((issue) => toDetails(issue, request.words)),
  );
}

function parseJson(request: HttpRequest): unknown {
  if (request.body.length === 0) return {};
  try {
    return JSON.parse(request.body.toString('utf8'));
  } catch {
    throw new HttpProblem(400, 'bad_json', request.words('http:bad_json'));
  }
}

function toDetails(
  issue: z.core.$ZodIssue,
  words: Translate,
): readonly Readonly<{ field: string; message: string }>[] {
  // Unknown keys are reported one by one, each under its own name.
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: [...issue.path, key].map(String).join('.'),
      message: issue.message,
    }));
  }
  const field = issue.path.map(String).join('.');
  return [{ field, message: issueMessage(issue, words) }];
}
