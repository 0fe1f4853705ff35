import type { DialogContext } from 'botbuilder-dialogs';
import { z } from 'zod';

/** Where a form stands: what the dialog stack keeps of it between turns. */
export const positionSchema = z.object({
  values: z.record(z.string(), z.unknown()),
  /** The slot that was asked last. */
  asked: z.string().optional(),
  /** Slots in the order in which they were filled, for a step back. */
  filled: z.array(z.string()),
  /** For each of them, what of its values was known before: a step back leaves no more and no less. */
  undo: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  misses: z.number(),
  /** "Tiếp tục?" was asked after a long while: a yes goes on and answers nothing else. */
  resuming: z.boolean().optional(),
  /** Topics were offered beside the question: a step back leads to the question itself. */
  aside: z.boolean().optional(),
});
export type Position = z.infer<typeof positionSchema>;

export function readPosition(dialogs: DialogContext): Position {
  return positionSchema.parse(dialogs.activeDialog?.state);
}

/** The stack keeps one state object per dialog; it is filled anew at every step. */
export function storePosition(dialogs: DialogContext, position: Position): void {
  const active = dialogs.activeDialog;
  if (active === undefined) throw new Error('A form asked without being on the stack.');
  active.state = position;
}
