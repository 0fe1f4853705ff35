/** A commune, ward or special zone of the official list. */
export type Commune = Readonly<{
  /** Official code, five digits. */
  code: string;
  /** With its type: `Xã Tam Hải`. */
  name: string;
  provinceCode: string;
}>;

export const communeKinds = ['xa', 'phuong', 'dac khu'] as const;
export type CommuneKind = (typeof communeKinds)[number];
