export { LocalSupportList } from './LocalSupportList.js';
export { LocalSupportCreate, LocalSupportPage } from './LocalSupportPage.js';
