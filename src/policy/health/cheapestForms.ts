/** A member who may be insured without the household for `own` đồng (null: may not), by household, or either way. */
export type Chooser = Readonly<{ own: number | null; mayJoin: boolean; months: number }>;

/** The price in đồng of a rank of the household for some months. */
export type RankPrice = (rank: number, months: number) => number;

/**
 * For each member, in the order of joining, whether the household form belongs to the cheapest lawful whole. Where two
 * ways cost the same, the earlier member keeps the own form. Exact: of all that follows only the number of ranks taken
 * matters, so each member is weighed once for each number.
 * @throws when a member has no lawful form: that is a bug of the caller.
 */
export function cheapestForms(choosers: readonly Chooser[], price: RankPrice): readonly boolean[] {
  /** `costs[taken]`: the least that the members after this one cost when so many ranks are taken before them. */
  let costs: readonly number[] = choosers.map(() => 0).concat(0);
  const joins: (readonly boolean[])[] = [];
  for (const chooser of choosers.toReversed()) {
    const weighed = costs.slice(0, -1).map((_, taken) => weigh(chooser, taken, costs, price));
    joins.unshift(weighed.map(({ join }) => join));
    costs = weighed.map(({ cost }) => cost);
  }
  let taken = 0;
  return joins.map((byTaken) => {
    const join = byTaken[taken] ?? false;
    taken += join ? 1 : 0;
    return join;
  });
}

function weigh(
  { own, mayJoin, months }: Chooser,
  taken: number,
  rest: readonly number[],
  price: RankPrice,
): Readonly<{ join: boolean; cost: number }> {
  const alone = own === null ? undefined : own + (rest[taken] ?? 0);
  const joined = mayJoin ? price(taken + 1, months) + (rest[taken + 1] ?? 0) : undefined;
  if (alone === undefined && joined === undefined) throw new Error('A member has no form of insurance.');
  if (joined === undefined) return { join: false, cost: alone ?? 0 };
  return alone !== undefined && alone <= joined ? { join: false, cost: alone } : { join: true, cost: joined };
}

/** What the members cost together when those marked join the household, each at the next rank. */
export function costOf(choosers: readonly Chooser[], joins: readonly boolean[], price: RankPrice): number {
  let rank = 0;
  return choosers.reduce((sum, { own, months }, index) => {
    if (joins[index] !== true) return sum + (own ?? 0);
    rank += 1;
    return sum + price(rank, months);
  }, 0);
}
