export { TestQuestionList } from './TestQuestionList.js';
