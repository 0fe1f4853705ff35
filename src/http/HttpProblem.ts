import { json, type HttpReply } from './Route.js';

export type ProblemDetail = Readonly<{ field: string; message: string }>;

/** A request that can't be served as it is. Thrown by routes, turned into the one error shape of the API by the server. */
export class HttpProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: readonly ProblemDetail[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'HttpProblem';
  }

  toReply(): HttpReply {
    const details = this.details.length === 0 ? {} : { details: this.details };
    return json(this.status, { error: { code: this.code, message: this.message, ...details } }, this.headers);
  }
}
