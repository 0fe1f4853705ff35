export { UnansweredList } from './UnansweredList.js';
