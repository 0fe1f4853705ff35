import { Liquid, type Template } from 'liquidjs';
import type { FaqLocale } from './FaqEntry.js';
import type { FigureSource, FigureValue } from './FigureSource.js';

/** A rendered text, or the references that have no value on the day: such a text is not shown. */
export type Rendered =
  | { readonly status: 'ok'; readonly text: string }
  | { readonly status: 'unknown'; readonly references: readonly string[] };

const LONGEST_TEMPLATE = 4000;
const MOST_PARSED = 4000;
const NO_BREAK = '\u00a0';

const engine = makeEngine();
const parsed = new Map<string, Template[]>();

/**
 * Fills the references of a Liquid text with the figures of a day. `next.<ref>`, `next_from.<ref>` and `previous.<ref>` are nil
 * where no such value is known, and so is a reference the text asks for with `{% if %}`; any other without a value makes the text
 * `unknown`.
 * @throws Error when the text is no valid template or uses a tag or filter that is not allowed.
 */
export function renderTemplate(
  template: string,
  locale: FaqLocale,
  figures: FigureSource,
  date: string,
): Rendered {
  const nodes = parse(template);
  const references = referencesOf(template);
  const asked = conditionsOf(template);
  const unknown: string[] = [];
  const scope = emptyScope();
  for (const reference of references) {
    const value = valueOf(reference, figures, date);
    if (value === null && !isOptional(reference) && !asked.has(reference)) unknown.push(reference);
    put(scope, reference.split('.'), value);
  }
  if (unknown.length > 0) return { status: 'unknown', references: unknown };
  const text: unknown = engine.renderSync(nodes, scope, { globals: { locale } });
  return {
    status: 'ok',
    text: String(text)
      .replace(/[ \t]+\n/gu, '\n')
      .trim(),
  };
}

/** The references a Liquid text makes, in order, each once; throws like `renderTemplate`. */
export function referencesOf(template: string): readonly string[] {
  const segments = engine.globalVariableSegmentsSync(parse(template));
  return [...new Set(segments.map((path) => path.map(String).join('.')))];
}

/** The parameter or figure behind a reference: `next_from.figure.x` → `figure.x`. */
export function baseReference(reference: string): string {
  return reference.replace(/^(?:next|next_from|since|previous)\./u, '');
}

/** References the text itself asks for (`{% if vsi.investment_return %}`): it knows what to say without them. */
function conditionsOf(template: string): ReadonlySet<string> {
  return new Set(
    [...template.matchAll(/\{%-?\s*(?:els)?if\s+([\w.]+)/gu)].map((condition) => condition[1] ?? ''),
  );
}

interface Scope {
  [name: string]: Scope | FigureValue | null;
}

/** Without a prototype: a name such as `__proto__` is a name like any other. */
function emptyScope(): Scope {
  return { __proto__: null };
}

function valueOf(reference: string, figures: FigureSource, date: string): FigureValue | null {
  const base = baseReference(reference);
  switch (base === reference ? '' : reference.slice(0, reference.indexOf('.'))) {
    case 'next':
      return figures.next(base, date)?.value ?? null;
    case 'next_from':
      return figures.next(base, date)?.from ?? null;
    case 'previous':
      return figures.previous(base, date)?.value ?? null;
    case 'since':
      return figures.since(base, date);
    default:
      return figures.value(base, date);
  }
}

function isOptional(reference: string): boolean {
  return /^(?:next|next_from|previous)\./u.test(reference);
}

function put(scope: Scope, path: readonly string[], value: FigureValue | null): void {
  let at = scope;
  for (const name of path.slice(0, -1)) {
    const next = at[name];
    const inner: Scope = typeof next === 'object' && next !== null ? next : emptyScope();
    at[name] = inner;
    at = inner;
  }
  const last = path.at(-1);
  if (last !== undefined) at[last] = value;
}

function parse(template: string): Template[] {
  const known = parsed.get(template);
  if (known) return known;
  const nodes = engine.parse(template);
  if (parsed.size >= MOST_PARSED) parsed.clear();
  parsed.set(template, nodes);
  return nodes;
}

function makeEngine(): Liquid {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    parseLimit: LONGEST_TEMPLATE,
    // Milliseconds by the clock: far above any answer's, so that a pause of a busy machine refuses none.
    renderLimit: 2_000,
    memoryLimit: 200_000,
    outputEscape: (value) => (typeof value === 'number' ? grouped(value) : String(value)),
  });
  for (const tag of Object.keys(liquid.tags)) if (tag !== 'if') delete liquid.tags[tag];
  for (const filter of Object.keys(liquid.filters)) delete liquid.filters[filter];
  liquid.registerFilter('vnd', (value: unknown) => `${grouped(value)}${NO_BREAK}đ`);
  liquid.registerFilter('pct', (value: unknown) => `${grouped(value)}%`);
  liquid.registerFilter('num', (value: unknown) => grouped(value));
  liquid.registerFilter('date', (value: unknown) => vietnameseDate(value));
  liquid.registerFilter('year', (value: unknown) => String(value).slice(0, 4));
  return liquid;
}

/** `1.500.000`, decimals with a comma. */
function grouped(value: unknown): string {
  if (typeof value !== 'number') return String(value);
  const [whole = '0', decimals] = String(Math.abs(value)).split('.');
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/gu, '.');
  return `${value < 0 ? '-' : ''}${groups}${decimals === undefined ? '' : `,${decimals}`}`;
}

function vietnameseDate(value: unknown): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(String(value));
  return parts ? `${parts[3] ?? ''}/${parts[2] ?? ''}/${parts[1] ?? ''}` : String(value);
}
