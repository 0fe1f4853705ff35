/** What a kind of estimate shows of its figures, in words; how that looks is decided where it is rendered. */
export type Presentation = Readonly<{ headline: Headline; blocks: readonly Block[] }>;

/** What the reader came for. */
export type Headline = Readonly<{
  label: string;
  /** An amount, a day, a month or a word. */
  value: string;
  /** Whole đồng of an amount that is written in words too. */
  amount?: number | undefined;
  /** For which time, or from when. */
  note?: string | undefined;
}>;

/** Parts of the page under the headline. The slip of paper carries only what is `printed`. */
export type Block = RowsBlock | TableBlock | ChartBlock | FoldBlock;

/** Labels with their values. */
export type RowsBlock = Readonly<{
  kind: 'rows';
  title: string;
  rows: readonly Row[];
  printed: boolean;
}>;

export type Row = Readonly<{
  label: string;
  value: string;
  note?: string | undefined;
  /** The line that matters most: what the citizen pays or receives. */
  main?: boolean | undefined;
}>;

/** More rows than this would take the slip beyond two pages; they are behind its code. */
export const mostOnPaper = 8;

/** The first cell of a row says what the row is about. */
export type TableBlock = Readonly<{
  kind: 'table';
  title: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  printed: boolean;
}>;

/** Bars of amounts, in groups of the same series. */
export type ChartBlock = Readonly<{
  kind: 'chart';
  title: string;
  note?: string | undefined;
  series: readonly string[];
  groups: readonly Readonly<{ label: string; amounts: readonly number[] }>[];
}>;

/** Parts that are closed until somebody wants to see them. Never printed. */
export type FoldBlock = Readonly<{ kind: 'fold'; title: string; blocks: readonly Block[] }>;
