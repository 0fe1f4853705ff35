import { addMonths, monthOf } from '../dates.js';
import type { UnknownParameter, UsedParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { retirementOf, type Sex } from '../retirement.js';

/**
 * From which month (`YYYY-MM`) on a person may pay missing months at once, and whether that is open on the day.
 * `isOpen` is null when it depends on the sex and nobody told it; `from` is then null too.
 */
export type ArrearsOpening =
  | Readonly<{
      status: 'found';
      from: string | null;
      isOpen: boolean | null;
      maxMonths: number;
      used: readonly UsedParameter[];
    }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }>;

const ids = ['vsi.arrears.max_months', 'vsi.arrears.months_before_age'] as const;
const bothSexes: readonly Sex[] = ['female', 'male'];

/**
 * Missing months may be paid at once from shortly before the month of the retirement age. Where the sex isn't told, the
 * answer stands when it is the same for both. Decree 159/2025/NĐ-CP article 7; Labour Code article 169 clause 2.
 * @param birth `YYYY-MM-DD`
 */
export function arrearsOpening(
  { date, birth, sex }: Readonly<{ date: string; birth: string; sex: Sex | undefined }>,
  table: ParameterTable,
): ArrearsOpening {
  const read = readParameters(table, date, ids);
  const retirements = (sex === undefined ? bothSexes : [sex]).map((one) =>
    retirementOf({ date, sex: one, birth: monthOf(birth) }, table),
  );
  const known = retirements.filter((retirement) => retirement.status === 'found');
  if (read.status === 'unknown' || known.length < retirements.length) {
    const unknown = retirements.filter((retirement) => retirement.status === 'unknown').slice(0, 1);
    return { status: 'unknown', unknown: [...(read.status === 'unknown' ? read.unknown : []), ...unknown] };
  }
  const months = known.map(({ retirement }) =>
    addMonths(retirement.month, -read.value('vsi.arrears.months_before_age')),
  );
  const openings = new Set(months.map((month) => month <= monthOf(date)));
  const [isOpen] = openings;
  const [from] = months;
  return {
    status: 'found',
    from: sex === undefined ? null : (from ?? null),
    isOpen: openings.size === 1 ? (isOpen ?? null) : null,
    maxMonths: read.value('vsi.arrears.max_months'),
    used: [...read.used, ...(sex === undefined ? [] : known.map(({ used }) => used))],
  };
}
