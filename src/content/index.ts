export type { ContentSnapshot, FaqMatch, TopicAnswer } from './ContentSnapshot.js';
export {
  ContentStore,
  type ContentOptions,
  type SaveResult,
  type StoredEntry,
  type TableSaveResult,
} from './ContentStore.js';
export { DatabaseRow, StaleDocument } from './DatabaseRow.js';
export { DurableFile } from './DurableFile.js';
export { documentsInFiles } from './openDocuments.js';
export type { TableComparison } from './compareTables.js';
export type { EntryVersion } from './documents.js';
export type { GuideText } from './guides/GuideShelf.js';
export { readGuides } from './guides/readGuides.js';
export type { EntryPreview } from './publishContent.js';
export { sayFindings, type Finding } from './sayFindings.js';
export { lintContent, type EntryFinding } from './lintContent.js';
export { digestOfSources, learnedFileName } from './Learning.js';
export { encodeLearned } from './learnedFile.js';
export { learnInWorker } from './learnInWorker.js';
export { readShippedContent } from './shippedContent.js';
export { reviewOf, rowOn, type ParameterReview } from './reviewOf.js';
export { readLocalSupportChange, readParameterChange, type ReadChange } from './readTableChange.js';
export type { RecordVersion, StoredTable } from './StoredTable.js';
export { writeFindings, type TableFinding } from './tableFinding.js';
export type { StoredRecord, TableChange } from './tableRecords.js';
export { testQuestion, type TestQuestion } from './testQuestions/documents.js';
export { noTopic, type Judgement, type TestResult } from './testQuestions/judge.js';
export {
  TestQuestionStore,
  type StoredTestQuestion,
  type TestQuestionSaved,
} from './testQuestions/TestQuestionStore.js';
