import type { ChatTurn } from '../ChatTurn.js';
import type { Occupation } from './facts.js';

/** The first that fits is meant: who left a company is no employee, and who drives for one drives. */
const patterns: readonly (readonly [Occupation, RegExp])[] = [
  [
    'suspended',
    /\b(?:tam hoan|hoan) (?:hop dong|hdld)\b|\bhop dong (?:dang |bi )?tam hoan\b|\bcontract (?:is )?(?:suspended|on hold)\b|\bsuspended contract\b/,
  ],
  [
    'casual',
    /\b(?:nghi|het|bo|khong|ko|chua|thoi) (?:lam |di lam |con lam |viec )?(?:o )?(?:cong ty|cty|nha may|cong nhan|xi nghiep)\b|\bkhong (?:co |ky )*hop dong\b|\bno (?:labou?r )?contract\b|\b(?:tu do|lam thue|lam muon|tho ho|tho xay|phu ho|boc vac|lam cong nhat|that nghiep|lam them)\b|\b(?:freelanc\w*|casual work|day labou?rer|unemployed)\b/,
  ],
  [
    'business',
    /\bho kinh doanh\b|\bchu (?:quan|tiem|cua hang|co so)\b|\bmo (?:quan|tiem|cua hang)\b|\b(?:household|family) business\b|\bshop owner\b/,
  ],
  ['domestic', /\bgiup viec\b|\bgiu tre\b|\bdomestic worker\b|\bhousemaid\b/],
  [
    'driver',
    /\b(?:chay|lai) (?:xe|grab|taxi|ba gac|ship)\b|\bxe om\b|\b(?:grab|shipper|tai xe|giao hang)\b|\bdriver\b|\bdelivery\b/,
  ],
  [
    'farmer',
    /\b(?:lam|nha) (?:ruong|nong|ray|vuon|muoi|bien)\b|\b(?:nong dan|nong dan|trong lua|trong trot|chan nuoi|danh ca|danh bat|ngu dan|di bien|nuoi tom|nuoi ca|di ray)\b|\bfarm\w*\b|\bfisher\w*\b/,
  ],
  [
    'trader',
    /\b(?:buon ban|ban hang|ban ca|ban rau|ban dao|ban rong|ban ve so|ban online|tieu thuong|ban (?:o |ngoai )?cho)\b|\b(?:trader|market seller|street seller|vendor)\b/,
  ],
  ['student', /\b(?:sinh vien|hoc sinh|dang (?:di )?hoc|con di hoc)\b|\bstudent\b/],
  [
    'employee',
    /\b(?:cong ty|cty|cong nhan|nha may|xi nghiep|cong chuc|vien chuc|giao vien|nhan vien|van phong|lam nha nuoc|khu cong nghiep)\b|\b(?:employee|employed|company|factory|office worker|civil servant)\b/,
  ],
  ['home', /\b(?:noi tro|o nha|lam viec nha)\b|\b(?:house(?:wife|husband)|at home|homemaker)\b/],
];

/** A company is named in many questions; who works in one says so. */
const works =
  /\b(?:lam|la|nghe) (?:o |cho |viec |viec o |trong )?(?:cong ty|cty|cong nhan|nha may|xi nghiep|nhan vien|giao vien|cong chuc|vien chuc|van phong|nha nuoc|khu cong nghiep)\b|\b(?:work|working|employed) (?:for|in|at|by)\b/;

/** An occupation told in passing; that of an employee only where it is said plainly. */
export function readToldOccupation(turn: ChatTurn): Occupation | undefined {
  const occupation = readOccupation(turn);
  return occupation === 'employee' && !works.test(saidIn(turn)) ? undefined : occupation;
}

/** What a message says that somebody does; undefined when it says nothing of it. */
export function readOccupation(turn: ChatTurn): Occupation | undefined {
  const said = saidIn(turn);
  return patterns.find(([, pattern]) => pattern.test(said))?.[0];
}

function saidIn(turn: ChatTurn): string {
  return turn.memory.locale === 'en' ? `${turn.plain} ${turn.text.toLowerCase()}` : turn.plain;
}
