export { Metrics } from './Metrics.js';
export { readStoreFigures, type StoreFigures } from './readStoreFigures.js';
