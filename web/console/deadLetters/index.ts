export { DeadLetterList } from './DeadLetterList.js';
