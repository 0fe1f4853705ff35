/** `264.000 đ`: dots between thousands, a space that doesn't break before đ. */
export function formatVnd(amount: number): string {
  return `${formatNumber(amount)}\u00a0đ`;
}

/** `1.500.000`; decimals with a comma, as Vietnamese writes them: `0,31`. */
export function formatNumber(value: number): string {
  const [whole = '0', decimals] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${value < 0 ? '-' : ''}${grouped}${decimals === undefined ? '' : `,${decimals}`}`;
}

/** `01/01/2027` for `2027-01-01`. */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

/** `05/2038` for `2038-05`. */
export function formatMonth(month: string): string {
  return month.split('-').toReversed().join('/');
}
