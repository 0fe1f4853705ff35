import { isRecord } from '../common/isRecord.js';
import { toInputText, toValue } from '../publish/readValue.js';
import type { LocalSupport } from '../publish/records.js';

/** The form of a new row; `today` is the day on which it is looked at. */
export function emptyRow(today: string): Readonly<Record<string, unknown>> {
  return {
    scheme: 'vsi',
    province: '',
    groups: [],
    percent: '',
    percentUnknown: false,
    from: '',
    to: '',
    basis: { document: '', article: '', clause: '', link: '' },
    ages: { from: '', below: '' },
    permanent: false,
    withoutSupport: false,
    condition: { vi: '', en: '' },
    doubtful: { vi: '', en: '' },
    reviewedOn: today,
    reason: '',
  };
}

/** A row as the form holds it: every field a text, empty where it is left out. */
export function toRowForm(row: LocalSupport): Readonly<Record<string, unknown>> {
  const { document, article = '', clause = '', link = '' } = row.basis;
  return {
    scheme: row.scheme,
    province: row.province,
    groups: [...row.groups],
    percent: toInputText('percent', row.percent),
    percentUnknown: row.percent === null,
    from: row.from,
    to: row.to ?? '',
    basis: { document, article, clause, link },
    ages: { from: row.ages?.from ?? '', below: row.ages?.below ?? '' },
    permanent: row.residence === 'permanent',
    withoutSupport: row.withoutSupport === true,
    condition: row.condition ?? { vi: '', en: '' },
    doubtful: row.doubtful ?? { vi: '', en: '' },
    reviewedOn: row.reviewedOn,
    reason: '',
  };
}

/** What is sent. A limit, condition or doubt that is empty is left out (null). */
export function toRowBody(values: unknown): Readonly<Record<string, unknown>> {
  const form = isRecord(values) ? values : {};
  const { scheme, province, from, to, reviewedOn } = form;
  const basis = isRecord(form['basis']) ? form['basis'] : {};
  const typed = readText(form['percent']);
  const ages = isRecord(form['ages']) ? form['ages'] : {};
  const [ageFrom, ageBelow] = [readText(ages['from']), readText(ages['below'])];
  return {
    scheme,
    province,
    groups: Array.isArray(form['groups']) ? form['groups'] : [],
    percent: form['percentUnknown'] === true ? null : toValue('percent', typed),
    from,
    to,
    basis: Object.fromEntries(
      ['document', 'article', 'clause', 'link'].map((name) => [name, readText(basis[name])]),
    ),
    ages: ageFrom === '' && ageBelow === '' ? null : { from: ageFrom, below: ageBelow },
    residence: form['permanent'] === true ? 'permanent' : null,
    withoutSupport: form['withoutSupport'] === true ? true : null,
    condition: readOptional(form['condition']),
    doubtful: readOptional(form['doubtful']),
    reviewedOn,
    reason: readText(form['reason']),
  };
}

function readOptional(value: unknown): { readonly vi: string; readonly en: string } | null {
  const texts = isRecord(value) ? value : {};
  const [vi, en] = [readText(texts['vi']), readText(texts['en'])];
  return vi === '' && en === '' ? null : { vi, en };
}

function readText(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
