export { ParameterList } from './ParameterList.js';
export { ParameterPage } from './ParameterPage.js';
