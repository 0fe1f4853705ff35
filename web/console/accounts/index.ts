export { AccountList } from './AccountList.js';
export { AccountPage } from './AccountPage.js';
