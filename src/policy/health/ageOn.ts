/** Full years of age on a day; both days `YYYY-MM-DD`. Who is born later has a negative age. */
export function ageOn(birth: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birth.slice(0, 4));
  return date.slice(4) >= birth.slice(4) ? years : years - 1;
}
