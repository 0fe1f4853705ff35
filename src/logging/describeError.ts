import { types } from 'node:util';

/** What may be told of an error: kind, code, a message without what was quoted in it, and where it came from. */
export type DescribedError = Readonly<{
  type: string;
  message: string;
  code?: string;
  constraint?: string;
  stack?: readonly string[];
  cause?: DescribedError;
}>;

const longestMessage = 300;
const mostFrames = 12;
const mostCauses = 3;

/**
 * An error for the log. Engines and parsers quote the value they choked on, which may be a citizen's: what stands in quotes or
 * brackets, and every longer row of digits, is left out; of the engine's own fields only the code and the constraint's name stay.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!types.isNativeError(error)) return { type: typeof error, message: blank(String(error)) };
  const code = textOf(error, 'code');
  const constraint = textOf(error, 'constraint');
  return {
    type: error.name,
    message: blank(error.message),
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    stack: framesOf(error),
    ...(error.cause === undefined || depth >= mostCauses
      ? {}
      : { cause: describeError(error.cause, depth + 1) }),
  };
}

function blank(message: string): string {
  return message
    .replace(/"[^"]*"?|'[^']*'?|“[^”]*”?|`[^`]*`?|\([^)]*\)?/gu, '…')
    .replace(/\d[\d .-]{3,}\d/gu, '…')
    .slice(0, longestMessage);
}

/** The places in the code alone: the first lines of a stack repeat the message. */
function framesOf({ stack }: Error): readonly string[] {
  return (stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, mostFrames);
}

function textOf(error: Error, name: 'code' | 'constraint'): string | undefined {
  const value: unknown = name in error ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 100) : undefined;
}
