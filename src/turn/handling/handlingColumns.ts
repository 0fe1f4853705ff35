import type { ExpressionBuilder } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { HandlingState, Schema } from '../../records/index.js';

/** Who answers from now on. `until`: when the clock ends; `since` is left out where the state stays. */
export type HandlingChange = Readonly<{
  to: HandlingState;
  until: number | null;
  /** The officer who holds it; null for none. */
  by: string | null;
  isNew: boolean;
}>;

/** The columns of a conversation in which it stands who answers. The console may see it from now on, under an id of its own. */
export function handlingColumns(
  column: ExpressionBuilder<Schema, 'conversations'>,
  { to, until, by, isNew }: HandlingChange,
  at: number,
) {
  return {
    handling: to,
    silent_until: until,
    handled_by: by,
    ...(isNew ? { handling_since: at } : {}),
    ...(to === 'bot' ? {} : { console_id: column.fn.coalesce('console_id', column.val(uuidv7())) }),
  };
}
