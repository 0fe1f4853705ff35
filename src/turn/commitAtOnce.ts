import type { CommitDependencies, FinishedTurn } from './commitTurn.js';
import type { SaidActivity } from './conversationLog.js';
import { stateContext } from './sealedPayload.js';
import { placeReplies, replyRows } from './turnRows.js';
import { gatherTurns } from './together/gatherTurns.js';

/**
 * Commits what most turns write (memory, replies and "processed") by statements that it shares with others. The numbers of
 * the replies must be known before, so that they can be sealed for their places.
 * @returns what was said; undefined when nothing was written: the turn has more to write, or somebody else wrote to the conversation
 */
export async function commitAtOnce(
  { records, cipher, pulls, now, ending }: CommitDependencies,
  turn: FinishedTurn,
): Promise<readonly SaidActivity[] | undefined> {
  const { conversation, waiting, effects, handling, state } = turn;
  if (!effects.onlySpeaks || handling !== undefined) return undefined;
  const at = now().getTime();
  const said = placeReplies(turn, { firstSeq: conversation.last_seq + 1, at });
  const { id, version, last_seq: lastSeq } = conversation;
  const written = await (ending ?? gatherTurns(records)).add(id, () => ({
    id,
    version,
    lastSeq,
    seq: waiting.seq,
    receivedAt: waiting.receivedAt,
    state: state === undefined ? null : cipher.seal(state, stateContext(id)),
    holdsPersonal: effects.holdsPersonal,
    at,
    replies: replyRows(cipher, turn, said, { at, pulls }),
  }));
  return written === undefined ? undefined : said;
}
