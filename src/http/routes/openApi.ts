import { z } from 'zod';
import { estimators } from '../../estimates/index.js';
import { json, type Route } from '../Route.js';
import { faqBatch, faqMatch, faqQuestion } from './faq.js';

type Operation = Readonly<{
  method: 'get' | 'post';
  path: string;
  summary: string;
  request?: z.ZodType;
  response: z.ZodType;
  parameters?: readonly string[];
}>;

const basis = z.object({
  document: z.string(),
  article: z.string().optional(),
  clause: z.string().optional(),
  link: z.string().optional(),
});
const remark = z.object({ code: z.string(), text: z.string() });
const amount = {
  status: z.literal('amount'),
  date: z.iso.date(),
  steps: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      text: z.string(),
      value: z.union([z.number(), z.string()]),
    }),
  ),
  parameters: z.array(
    z.object({
      id: z.string(),
      value: z.unknown(),
      unit: z.string(),
      from: z.iso.date(),
      to: z.iso.date().nullable(),
      basis,
    }),
  ),
  assumptions: z.array(remark),
  warnings: z.array(remark),
  reference: z.string(),
};
const noAmount = [
  z.object({ status: z.literal('incomplete'), missing: z.array(z.string()) }),
  z.object({
    status: z.literal('not_eligible'),
    date: z.iso.date(),
    reasons: z.array(z.object({ code: z.string(), text: z.string(), basis })),
  }),
  z.object({
    status: z.literal('unknown_parameter'),
    date: z.iso.date(),
    unknown: z.array(z.object({ id: z.string(), text: z.string() })),
  }),
] as const;

const answers = estimators.map(({ kind, summary, input, figures }) => ({
  kind,
  summary,
  request: input,
  response: z.union([z.object({ ...amount, ...figures.shape }), ...noAmount]),
}));
const anyEstimate = z.union(answers.map(({ response }) => response));
const health = z.object({ status: z.string(), checks: z.record(z.string(), z.boolean()).optional() });
const error = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  }),
});

const operations: readonly Operation[] = [
  ...answers.map(({ kind, ...operation }): Operation => ({
    method: 'post',
    path: `/api/v1/estimates/${kind}`,
    ...operation,
  })),
  {
    method: 'get',
    path: '/api/v1/estimates/{reference}',
    summary: 'Open an estimate again, with the parameters as they were',
    parameters: ['reference'],
    response: anyEstimate,
  },
  {
    method: 'post',
    path: '/api/v1/faq/match',
    summary: 'What a question is about',
    request: faqQuestion,
    response: faqMatch,
  },
  {
    method: 'post',
    path: '/api/v1/faq/match/batch',
    summary: 'Up to 500 questions at once, answered in order',
    request: faqBatch,
    response: z.object({ results: z.array(faqMatch) }),
  },
  { method: 'get', path: '/health/live', summary: 'The process answers', response: health },
  { method: 'get', path: '/health/ready', summary: 'The service can do its work', response: health },
];

/** The public contract as OpenAPI 3.0, made from the schemas that check the requests. */
export function openApiRoutes(publicUrl: string): readonly Route[] {
  const document = {
    openapi: '3.0.3',
    info: {
      title: 'An Sinh',
      version: '1',
      description:
        'Voluntary social insurance and household health insurance in Vietnam: estimates and approved answers. Money is whole đồng, dates are YYYY-MM-DD in Asia/Ho_Chi_Minh.',
    },
    servers: [{ url: publicUrl }],
    paths: Object.fromEntries(
      operations.map((operation) => [operation.path, { [operation.method]: describe(operation) }]),
    ),
  };
  return [{ method: 'GET', path: '/api/v1/openapi.json', handle: () => json(200, document) }];
}

function describe({ summary, request, response, parameters = [] }: Operation) {
  return {
    summary,
    ...(parameters.length === 0
      ? {}
      : {
          parameters: parameters.map((name) => ({
            name,
            in: 'path',
            required: true,
            schema: { type: 'string' },
          })),
        }),
    ...(request === undefined ? {} : { requestBody: { required: true, content: content(request, 'input') } }),
    responses: {
      '200': { description: 'OK', content: content(response, 'output') },
      default: { description: 'Error', content: content(error, 'output') },
    },
  };
}

function content(schema: z.ZodType, io: 'input' | 'output') {
  return { 'application/json': { schema: z.toJSONSchema(schema, { target: 'openapi-3.0', io }) } };
}
