export { LeadList } from './LeadList.js';
export { LeadPage } from './LeadPage.js';
