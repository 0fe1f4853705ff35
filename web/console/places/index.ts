export { PlaceList } from './PlaceList.js';
export { PlaceCreate, PlacePage } from './PlacePage.js';
