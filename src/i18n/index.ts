export {
  createTranslator,
  locales,
  toLocale,
  type Locale,
  type Translate,
  type Translator,
} from './translator.js';
export { formatDate, formatMonth, formatNumber, formatVnd } from './format.js';
export { vietnamDate } from './vietnamDate.js';
