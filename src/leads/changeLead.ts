import { uuidv7 } from 'uuidv7';
import type { Cipher } from '../privacy/index.js';
import type { LeadStatus, Records } from '../records/index.js';
import { allowedStatuses, needsNote } from './leadStatus.js';
import { openKey } from './openLead.js';
import { noteContext } from './sealedLead.js';

export type LeadChange = Readonly<{
  id: string;
  /** The version the officer saw. */
  ifVersion: number;
  /** The present status leaves it as it is: then only the note is added. */
  status: LeadStatus;
  note: string;
  actorId: string;
}>;

export type LeadChangeResult =
  | 'changed'
  | 'not_found'
  | 'stale'
  | 'status_not_allowed'
  | 'note_missing'
  /** It would be open beside a newer lead of the same number and product. */
  | 'another_open';

/** Moves a lead on, or adds a note, unless somebody else changed it since the officer opened it. */
export async function changeLead(
  records: Records,
  cipher: Cipher,
  change: LeadChange,
  now: Date,
): Promise<LeadChangeResult> {
  return records.db.transaction().execute(async (transaction) => {
    const row = await transaction
      .selectFrom('leads')
      .select(['status', 'version', 'phone_index', 'product', 'conversation_id'])
      .where('id', '=', change.id)
      .executeTakeFirst();
    if (row === undefined) return 'not_found';
    if (row.version !== change.ifVersion) return 'stale';
    const note = change.note.trim();
    const moves = allowedStatuses(row.status).includes(change.status);
    if (!moves && change.status !== row.status) return 'status_not_allowed';
    if (row.status === 'withdrawn') return 'status_not_allowed';
    if (note === '' && (needsNote(change.status) || !moves)) return 'note_missing';

    const key = openKey({ phoneIndex: row.phone_index, product: row.product, status: change.status });
    const other =
      key === null
        ? undefined
        : await transaction
            .selectFrom('leads')
            .select('id')
            .where('open_key', '=', key)
            .where('id', '<>', change.id)
            .executeTakeFirst();
    if (other !== undefined) return 'another_open';

    const updated = await transaction
      .updateTable('leads')
      .set({
        status: change.status,
        open_key: key,
        version: row.version + 1,
        updated_at: now.getTime(),
      })
      .where('id', '=', change.id)
      .where('version', '=', change.ifVersion)
      .executeTakeFirst();
    if (updated.numUpdatedRows !== 1n) return 'stale';
    const eventId = uuidv7();
    await transaction
      .insertInto('lead_events')
      .values({
        id: eventId,
        lead_id: change.id,
        conversation_id: row.conversation_id,
        at: now.getTime(),
        kind: moves ? 'status' : 'note',
        actor_id: change.actorId,
        from_status: moves ? row.status : null,
        to_status: moves ? change.status : null,
        note: note === '' ? null : cipher.seal(note, noteContext(eventId)),
      })
      .execute();
    return 'changed';
  });
}

/** Notes in the lead's history that an officer looked at the full number. */
export async function recordPhoneView(
  records: Records,
  leadId: string,
  actorId: string,
  now: Date,
): Promise<void> {
  const { conversation_id: conversationId } = await records.db
    .selectFrom('leads')
    .select('conversation_id')
    .where('id', '=', leadId)
    .executeTakeFirstOrThrow();
  await records.db
    .insertInto('lead_events')
    .values({
      id: uuidv7(),
      lead_id: leadId,
      conversation_id: conversationId,
      at: now.getTime(),
      kind: 'phone_viewed',
      actor_id: actorId,
      from_status: null,
      to_status: null,
      note: null,
    })
    .execute();
}
