import type { UsedParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { roundedProduct } from '../roundedProduct.js';
import type { CareSetting, Facility } from './routing.js';

/** The most that comes back for a visit without contract, đồng; null where there is no ceiling or none is known. */
export type DirectCeiling = Readonly<{ amount: number | null; used: readonly UsedParameter[] }>;

/**
 * The ceiling on money that the fund gives back when a facility has no contract; an emergency has none.
 * Decree 188/2025/NĐ-CP article 57.
 */
export function directCeiling(
  table: ParameterTable,
  {
    date,
    setting,
    facility,
    contracted,
  }: Readonly<{
    date: string;
    setting?: CareSetting | undefined;
    facility?: Facility | undefined;
    contracted?: boolean | undefined;
  }>,
): DirectCeiling {
  const id = contracted === false ? ceilingId(setting, facility) : null;
  const read = id === null ? null : readParameters(table, date, ['reference_level', id]);
  if (id === null || read === null || read.status === 'unknown') return { amount: null, used: [] };
  const factors = [read.value('reference_level'), read.value(id)];
  return { amount: roundedProduct({ factors }), used: read.used };
}

type CeilingId =
  | 'hhi.direct.outpatient_basic'
  | 'hhi.direct.inpatient_basic'
  | 'hhi.direct.inpatient_basic_provincial'
  | 'hhi.direct.inpatient_specialised';

function ceilingId(setting: CareSetting | undefined, facility: Facility | undefined): CeilingId | null {
  if (setting === undefined || setting === 'emergency' || facility === undefined) return null;
  const specialised =
    facility === 'specialised_former_provincial' || facility === 'specialised_former_central';
  if (setting === 'outpatient') return specialised ? null : 'hhi.direct.outpatient_basic';
  if (specialised) return 'hhi.direct.inpatient_specialised';
  if (facility === 'first_level') return null;
  return facility === 'basic_former_provincial'
    ? 'hhi.direct.inpatient_basic_provincial'
    : 'hhi.direct.inpatient_basic';
}
