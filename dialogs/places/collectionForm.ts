import type { Form } from '../forms/Form.js';
import { placeSlots } from './placeSlots.js';
import { placeBeside, placeValues, type PlaceValues } from './placeValues.js';
import { sayCollection } from './sayCollection.js';

/** Where contributions are taken in a commune: the commune is all that it needs. */
export const collectionForm: Form<PlaceValues> = {
  id: 'collection',
  schema: placeValues,
  slots: placeSlots('place.ask'),
  overhear: (turn, asked) => (asked === 'locality' || asked === 'which_place' ? {} : placeBeside(turn)),
  holdsPersonal: () => false,
  finish: sayCollection,
};
