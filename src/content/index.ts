export type { ContentSnapshot, FaqMatch, TopicAnswer } from './ContentSnapshot.js';
export { ContentStore, type ContentOptions, type SaveResult, type StoredEntry } from './ContentStore.js';
export type { EntryVersion } from './documents.js';
export type { EntryPreview, Finding } from './publishContent.js';
