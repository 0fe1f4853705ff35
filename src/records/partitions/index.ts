export { growingTables, type GrowingTable } from './growingTables.js';
export { makePartitions } from './makePartitions.js';
export { tendPartitions } from './tendPartitions.js';
