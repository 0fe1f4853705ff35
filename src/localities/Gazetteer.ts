import type { Commune } from './Commune.js';
import { provinceKey, takeApart, type PlaceName } from './placeName.js';
import type { Province } from './Province.js';

/** A commune with its name taken apart. */
export type KnownCommune = Commune & Readonly<{ parts: PlaceName; province: Province }>;

/** The provinces of the release and the communes that were imported, ready to be looked up; never changes. */
export class Gazetteer {
  readonly provinces: readonly Province[];
  readonly #byCode = new Map<string, KnownCommune>();
  readonly #byKey = new Map<string, KnownCommune[]>();
  readonly #keysOf = new Map<string, Set<string>>();
  readonly #provinceByKey = new Map<string, Readonly<{ province: Province; former: boolean }>>();

  /** `communes` are those in force; one of a province that the release doesn't know is left out. */
  constructor(provinces: readonly Province[], communes: readonly Commune[]) {
    this.provinces = provinces;
    const byCode = new Map(provinces.map((province) => [province.code, province]));
    for (const province of provinces) {
      for (const name of province.formerly) this.#name(name, province, true);
      for (const name of [province.name, ...province.also]) this.#name(name, province, false);
    }
    for (const commune of communes) {
      const province = byCode.get(commune.provinceCode);
      if (province !== undefined) this.#add({ ...commune, parts: takeApart(commune.name), province });
    }
  }

  /** Whether no commune was imported: then places are kept as they are typed. */
  get isEmpty(): boolean {
    return this.#byCode.size === 0;
  }

  get size(): number {
    return this.#byCode.size;
  }

  commune(code: string): KnownCommune | undefined {
    return this.#byCode.get(code);
  }

  /** Communes of exactly this key; of a joined name (`Văn Miếu - Quốc Tử Giám`) each half counts too. */
  named(key: string): readonly KnownCommune[] {
    return this.#byKey.get(key) ?? [];
  }

  /** Every key under which a commune can be found, of one province or of all. */
  keysIn(province: Province | undefined): Iterable<string> {
    return province === undefined ? this.#byKey.keys() : (this.#keysOf.get(province.code) ?? []);
  }

  /** The province that a name, a short form or the name of a merged province means. */
  province(typed: string): Readonly<{ province: Province; former: boolean }> | undefined {
    return this.#provinceByKey.get(provinceKey(typed));
  }

  #name(name: string, province: Province, former: boolean): void {
    const key = provinceKey(name);
    if (!former || !this.#provinceByKey.has(key)) this.#provinceByKey.set(key, { province, former });
  }

  #add(commune: KnownCommune): void {
    this.#byCode.set(commune.code, commune);
    const halves = commune.name.split(/\s+-\s+/u);
    const keys = new Set([
      commune.parts.key,
      ...(halves.length > 1 ? halves.map((half) => takeApart(half).key) : []),
    ]);
    const ofProvince = this.#keysOf.get(commune.provinceCode) ?? new Set<string>();
    this.#keysOf.set(commune.provinceCode, ofProvince);
    for (const key of keys) {
      ofProvince.add(key);
      const held = this.#byKey.get(key);
      if (held === undefined) this.#byKey.set(key, [commune]);
      else held.push(commune);
    }
  }
}

/** `Xã Tam Hải, Thành phố Đà Nẵng`. */
export function fullName({ name, province }: KnownCommune): string {
  return `${name}, ${province.name}`;
}
