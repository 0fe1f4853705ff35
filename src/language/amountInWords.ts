const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const THOUSAND = 1_000;
const BILLION = THOUSAND ** 3;

/**
 * An amount as it is read aloud and written on receipts: `một trăm hai mươi ba nghìn đồng` for 123000.
 * @param amount whole đồng, not negative
 * @throws RangeError for anything else
 */
export function amountInWords(amount: number): string {
  if (!Number.isSafeInteger(amount) || amount < 0)
    throw new RangeError(`${amount} is no whole amount of đồng.`);
  return `${amount === 0 ? digits[0] : readNumber(amount, false)} đồng`;
}

/** `inside`: higher groups stand before it, so that missing hundreds are said: một triệu không trăm linh năm nghìn. */
function readNumber(value: number, inside: boolean): string {
  const billions = Math.floor(value / BILLION);
  const groups = [
    { value: billions, unit: 'tỷ' },
    { value: Math.floor(value / THOUSAND ** 2) % THOUSAND, unit: 'triệu' },
    { value: Math.floor(value / THOUSAND) % THOUSAND, unit: 'nghìn' },
    { value: value % THOUSAND, unit: '' },
  ].filter((group) => group.value > 0);
  return groups
    .map((group, index) => {
      const follows = inside || index > 0;
      // Beyond a thousand billions the billions are a number of their own: một nghìn năm trăm tỷ.
      const words = group.unit === 'tỷ' ? readNumber(group.value, follows) : readGroup(group.value, follows);
      return group.unit === '' ? words : `${words} ${group.unit}`;
    })
    .join(' ');
}

/** One to three digits. */
function readGroup(value: number, inside: boolean): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const saidHundreds = hundreds > 0 || inside;
  return [
    ...(saidHundreds ? [digit(hundreds), 'trăm'] : []),
    ...readTens(tens),
    ...readOnes(ones, tens, saidHundreds),
  ].join(' ');
}

function readTens(tens: number): readonly string[] {
  if (tens === 0) return [];
  return tens === 1 ? ['mười'] : [digit(tens), 'mươi'];
}

/** After tens, five is lăm; after twenty and more, one is mốt; without tens a linh stands for them. */
function readOnes(ones: number, tens: number, afterHundreds: boolean): readonly string[] {
  if (ones === 0) return [];
  if (tens === 0) return afterHundreds ? ['linh', digit(ones)] : [digit(ones)];
  if (ones === 5) return ['lăm'];
  return [ones === 1 && tens > 1 ? 'mốt' : digit(ones)];
}

function digit(value: number): string {
  return digits[value] ?? '';
}
