import { join } from 'node:path';
import { readWorkCalendar } from '../../src/leads/index.js';
import { Gazetteer, PlaceBook, readProvinces, type LocalitySnapshot } from '../../src/localities/index.js';
import { projectRoot } from '../../src/paths.js';

/** The provinces of the release; nothing was imported and no office entered. */
export const noLocalities: LocalitySnapshot = {
  gazetteer: new Gazetteer(readProvinces(join(projectRoot, 'content', 'provinces.json')), []),
  places: new PlaceBook(),
};

export const shippedCalendar = readWorkCalendar(join(projectRoot, 'content', 'workingDays.json'));
