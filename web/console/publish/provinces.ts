/** The provinces and cities since 2025-07-01, by their code: the name without marks and type, in kebab case. */
const names = [
  'An Giang|Bắc Ninh|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Nội|Hà Tĩnh|Hải Phòng',
  'Hồ Chí Minh|Huế|Hưng Yên|Khánh Hòa|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|Nghệ An|Ninh Bình|Phú Thọ|Quảng Ngãi|Quảng Ninh',
  'Quảng Trị|Sơn La|Tây Ninh|Thái Nguyên|Thanh Hóa|Tuyên Quang|Vĩnh Long',
]
  .join('|')
  .split('|');

const byCode: ReadonlyMap<string, string> = new Map(names.map((name) => [toCode(name), name]));

/** The name of a province by its code; the code itself where it isn't known. */
export function provinceName(code: string): string {
  return byCode.get(code) ?? code;
}

/** Every province as a choice, in the order of the alphabet. */
export const provinceChoices: readonly { readonly value: string; readonly label: string }[] = [...byCode].map(
  ([value, label]) => ({ value, label }),
);

function toCode(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase()
    .replaceAll(' ', '-');
}
