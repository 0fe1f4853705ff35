/** English words for amounts, times, groups and households with the Vietnamese ones that the readers know; longer ones first. */
const terms: readonly (readonly [RegExp, string])[] = [
  [/\bnear[- ]?poor(?: household)?\b/gi, 'hộ cận nghèo'],
  [/\b(?:not|isn't|am not|are not) poor\b/gi, 'không phải hộ nghèo'],
  [/\bpoor(?: household)?\b/gi, 'hộ nghèo'],
  [/\bethnic minority\b/gi, 'dân tộc thiểu số'],
  [/\bnone(?: of (?:these|them))?\b/gi, 'không thuộc diện nào'],
  [/\b(?:lowest|minimum)\b/gi, 'thấp nhất'],
  [/\b(?:highest|maximum)\b/gi, 'cao nhất'],
  [/\bmillions?\b/gi, 'triệu'],
  [/\bthousands?\b/gi, 'nghìn'],
  [/\bhalf a year\b/gi, 'nửa năm'],
  [/\b(?:every|each|per|a) month\b|\bmonthly\b/gi, 'mỗi tháng'],
  [/\b(?:every|each|per|a) year\b|\byearly\b/gi, 'mỗi năm'],
  [/\bquarterly\b|\bevery quarter\b/gi, 'mỗi quý'],
  [/\bmonths?\b/gi, 'tháng'],
  [/\b(\d+) years? (?:at once|ahead|in advance)\b/gi, 'đóng trước $1 năm'],
  [/\byears?\b/gi, 'năm'],
  [/\b(?:family|household) of (\d+)\b/gi, 'nhà $1 người'],
  [/\b(?:people|persons|person|members)\b/gi, 'người'],
];

const adultsAndChildren = /\b(\d{1,2}) adults?,?(?: and)? (\d{1,2}) (?:children|child|kids?)\b/gi;

/**
 * What an English message says of amounts, times, groups and households, in the words that the readers read. Everything else
 * stays as it was typed.
 */
export function fromEnglish(text: string): string {
  const counted = text.replace(adultsAndChildren, (_said, adults: string, children: string) => {
    return `${Number(adults) + Number(children)} người`;
  });
  return terms.reduce((said, [english, vietnamese]) => said.replace(english, vietnamese), counted);
}
