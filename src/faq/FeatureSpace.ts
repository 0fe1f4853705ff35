/** The features of one message, as numbers. */
export interface Row {
  readonly ids: Int32Array;
  /** Long messages weigh no more than short ones, and words never seen weaken what is known. */
  readonly scale: number;
}

/** Numbers the names of features. Open while the training rows are made, then closed: unknown names have no number. */
export class FeatureSpace {
  private readonly ids = new Map<string, number>();
  private open = true;

  /** A closed space with these names, numbered in their order. */
  static of(names: readonly string[]): FeatureSpace {
    const space = new FeatureSpace();
    names.forEach((name) => space.idOf(name));
    space.close();
    return space;
  }

  /** The names in the order of their numbers. */
  names(): readonly string[] {
    return [...this.ids.keys()];
  }

  get size(): number {
    return this.ids.size;
  }

  close(): void {
    this.open = false;
  }

  row(features: readonly string[]): Row {
    const own = new Set(features);
    const ids: number[] = [];
    for (const feature of own) {
      const id = this.idOf(feature);
      if (id !== undefined) ids.push(id);
    }
    return { ids: Int32Array.from(ids), scale: own.size === 0 ? 0 : 1 / Math.sqrt(own.size) };
  }

  private idOf(feature: string): number | undefined {
    const known = this.ids.get(feature);
    if (known !== undefined || !this.open) return known;
    this.ids.set(feature, this.ids.size);
    return this.ids.size - 1;
  }
}
