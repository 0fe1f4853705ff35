/**
 * `make` for texts that are read several times one after the other: its last results are kept, `most` of them. It must depend on the
 * text alone.
 */
export function lately<Result>(make: (text: string) => Result, most = 32): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const last = known.get(text);
    if (last !== undefined) return last;
    if (known.size >= most) known.clear();
    const result = make(text);
    known.set(text, result);
    return result;
  };
}
