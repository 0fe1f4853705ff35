/** The whole of an office's data in one file, and back into a store of either engine. The only door of this room. */
export { writeBackup } from './writeBackup.js';
export { restoreBackup, StoreNotEmpty, type RestoreTarget } from './restoreBackup.js';
export { UnusableBackup } from './readBackup.js';
export type { BackupSums } from './backupFormat.js';
