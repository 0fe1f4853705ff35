import { isRecord } from '../common/isRecord.js';
import { formTabs, tabFields, type FormTab } from './formTabs.js';

/** The tabs on which the form's own check found something, in their order. */
export function tabsWithErrors(errors: unknown): readonly FormTab[] {
  return formTabs.filter((tab) => tabFields[tab].some((field) => valueAt(errors, field) !== undefined));
}

function valueAt(errors: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((node, key) => (isRecord(node) ? node[key] : undefined), errors);
}
