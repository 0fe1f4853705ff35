export { lastMigration, openRecords, type Records, type RecordsOptions } from './openRecords.js';
export { recordAudit, type AuditEntry } from './recordAudit.js';
export type * from './schema.js';
