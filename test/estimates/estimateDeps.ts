import type { EstimateDeps } from '../../src/estimates/index.js';
import { createTranslator, type Locale } from '../../src/i18n/index.js';
import { shippedTable } from '../policy/shippedTable.js';

const translator = createTranslator('locales');
const table = shippedTable();

export function estimateDeps(locale: Locale = 'vi'): EstimateDeps {
  return {
    table,
    tableVersion: '2026-11-21.1',
    signingKey: 'test key',
    today: '2026-11-21',
    translate: translator(locale),
  };
}
