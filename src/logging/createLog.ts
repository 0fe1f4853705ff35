import { pino, type DestinationStream, type Logger } from 'pino';
import { describeError } from './describeError.js';
import { currentLogContext } from './logContext.js';

/** The service's log: JSON lines with the ids of the request and turn they belong to. Errors are told without what they quote. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    mixin: () => ({ ...currentLogContext() }),
    serializers: { error: describeError, err: describeError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
