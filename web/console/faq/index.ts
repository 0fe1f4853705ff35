export { FaqList } from './FaqList.js';
export { FaqPage } from './FaqPage.js';
