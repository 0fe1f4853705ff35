/** The codes of remarks or reasons, in their order. */
export function codesOf(remarks: readonly Readonly<{ code: string }>[]): readonly string[] {
  return remarks.map(({ code }) => code);
}
