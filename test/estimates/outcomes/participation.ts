import {
  participation,
  participationStatuses,
  voluntaryGroups,
  type Outcome,
} from '../../../src/policy/index.js';
import { shippedTable } from '../../policy/shippedTable.js';

const table = shippedTable();
const ordinary = { date: '2026-11-21', birth: '1990-05-20', citizen: true, status: [], groups: [] };

/** Who may join, who may not and why, and what is doubtful about it. */
export const participations: readonly Outcome<unknown>[] = [
  ...['2025-07-01', '2026-11-21', '2027-07-01', '2029-07-01'].flatMap((date) =>
    participationStatuses.flatMap((status) =>
      [true, false].map((keepsPaying) =>
        participation({ ...ordinary, date, status: [status], keepsPaying }, table),
      ),
    ),
  ),
  ...[[], ...voluntaryGroups.map((group) => [group])].flatMap((groups) =>
    [undefined, 'ha-noi', 'ho-chi-minh', 'quang-ninh'].flatMap((province) =>
      [undefined, 5, 120].map((supportedMonths) =>
        participation({ ...ordinary, groups, province, supportedMonths }, table),
      ),
    ),
  ),
  ...(['female', 'male', undefined] as const).flatMap((sex) =>
    ['1950-05-20', '1967-05-20', '1990-05-20'].map((birth) =>
      participation({ ...ordinary, sex, birth }, table),
    ),
  ),
  participation({ ...ordinary, birth: '2015-01-01', citizen: false }, table),
];
