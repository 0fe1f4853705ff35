import { describe, expect, test } from '@jest/globals';
import { findCommune, fullName, Gazetteer } from '../../src/localities/index.js';
import { gazetteer, provinces } from './fixture.js';

/** `=` found for sure, `?` found and worth a question, `|` several, `@` a province only, `+` not in the list, `-` no place. */
function tell(text: string): string {
  const finding = findCommune(gazetteer, text);
  switch (finding.status) {
    case 'found':
      return `${finding.certain ? '=' : '?'} ${fullName(finding.commune)}`;
    case 'several':
      return `| ${finding.communes
        .map(({ code }) => code)
        .sort()
        .join(' ')}`;
    case 'province':
      return `@ ${finding.province.slug}`;
    case 'unlisted':
      return `+ ${finding.commune}${finding.province === undefined ? '' : ` / ${finding.province}`}`;
    case 'none':
      return '-';
  }
}

const tamHai = 'Xã Tam Hải, Thành phố Đà Nẵng';
const haiChau = 'Phường Hải Châu, Thành phố Đà Nẵng';
const daLat = 'Phường Xuân Hương - Đà Lạt, Tỉnh Lâm Đồng';
const tanPhu = '25840 26800 28400 29100';

const cases: readonly (readonly [string, string])[] = [
  // With its province, however it is typed.
  ['xã Tam Hải, Đà Nẵng', `= ${tamHai}`],
  ['Xã Tam Hải, thành phố Đà Nẵng', `= ${tamHai}`],
  ['XÃ TAM HẢI - TP ĐÀ NẴNG', `= ${tamHai}`],
  ['xa tam hai da nang', `= ${tamHai}`],
  ['tam hai, da nang', `= ${tamHai}`],
  ['tam hải đà nẵng', `= ${tamHai}`],
  ['x. Tam Hải, tp. Đà Nẵng', `= ${tamHai}`],
  ['x tam hai tp da nang', `= ${tamHai}`],
  ['em ở xã Tam Hải, Đà Nẵng ạ', `= ${tamHai}`],
  ['da em o xa tam hai thanh pho da nang', `= ${tamHai}`],
  ['nhà em ở xã Tam Hải tỉnh Đà Nẵng', `= ${tamHai}`],
  ['xã Tam Hải, DN', `= ${tamHai}`],
  ['I live in Tam Hai commune, Da Nang', `? ${tamHai}`],
  ['p. Hải Châu, Đà Nẵng', `= ${haiChau}`],
  ['p hai chau da nang', `= ${haiChau}`],
  ['P.Hải Châu, ĐN', `= ${haiChau}`],
  ['phường hải châu tp đà nẵng', `= ${haiChau}`],
  ['f. hai chau, da nang', `= ${haiChau}`],
  ['xã Hải Châu, Nghệ An', '= Xã Hải Châu, Tỉnh Nghệ An'],
  ['hải châu nghệ an', '= Xã Hải Châu, Tỉnh Nghệ An'],
  ['đặc khu Phú Quốc, An Giang', '= Đặc khu Phú Quốc, Tỉnh An Giang'],
  ['dac khu hoang sa da nang', '= Đặc khu Hoàng Sa, Thành phố Đà Nẵng'],
  ['phường Ba Đình, Hà Nội', '= Phường Ba Đình, Thành phố Hà Nội'],
  ['ba dinh hn', '= Phường Ba Đình, Thành phố Hà Nội'],
  ['phường Tân Phú, TPHCM', '= Phường Tân Phú, Thành phố Hồ Chí Minh'],
  ['phuong tan phu sai gon', '= Phường Tân Phú, Thành phố Hồ Chí Minh'],
  ['tân phú, đồng nai', '= Xã Tân Phú, Thành phố Đồng Nai'],
  ['xã Mỹ Đức, An Giang', '= Xã Mỹ Đức, Tỉnh An Giang'],
  ["xã Ea H'leo, Đắk Lắk", "= Xã Ea H'Leo, Tỉnh Đắk Lắk"],
  ['ea hleo dak lak', "= Xã Ea H'Leo, Tỉnh Đắk Lắk"],
  ['xã Cư Mgar, Daklak', "= Xã Cư M'gar, Tỉnh Đắk Lắk"],
  ['xa a luoi 2 hue', '= Xã A Lưới 2, Thành phố Huế'],
  ['A Lưới 1, Thừa Thiên Huế', '= Xã A Lưới 1, Thành phố Huế'],
  ['phường 2 Bảo Lộc, Lâm Đồng', '= Phường 2 Bảo Lộc, Tỉnh Lâm Đồng'],
  ['phuong 1 bao loc, lam dong', '= Phường 1 Bảo Lộc, Tỉnh Lâm Đồng'],
  // The tone mark on either letter, composed or not.
  ['xã Hòa Tiến, Đà Nẵng', '= Xã Hoà Tiến, Thành phố Đà Nẵng'],
  ['xã Hoà Tiến, Đà Nẵng', '= Xã Hoà Tiến, Thành phố Đà Nẵng'],
  ['phường Thuận Hóa, Huế', '= Phường Thuận Hoá, Thành phố Huế'],
  ['xã Tam Hải, Đà Nẵng'.normalize('NFD'), `= ${tamHai}`],
  ['xã Ｔam Hải, Đà Nẵng', `= ${tamHai}`],
  // The hamlet, the street and the former district are passed over.
  ['thôn 4, xã Tam Hải, Đà Nẵng', `= ${tamHai}`],
  ['12 Lê Lợi, phường Hải Châu, Đà Nẵng', `= ${haiChau}`],
  ['xã Tam Hải, huyện Núi Thành, Đà Nẵng', `= ${tamHai}`],
  // Without the province it is worth a question, also where there is one only.
  ['xã Tam Hải', `? ${tamHai}`],
  ['tam hai', `? ${tamHai}`],
  ['Tam Hải ạ', `? ${tamHai}`],
  ['x. tam hải', `? ${tamHai}`],
  ['em ở tam hải', `? ${tamHai}`],
  ['sơn trà', '? Phường Sơn Trà, Thành phố Đà Nẵng'],
  ['ninh kieu', '? Phường Ninh Kiều, Thành phố Cần Thơ'],
  ['văn miếu', '? Phường Văn Miếu - Quốc Tử Giám, Thành phố Hà Nội'],
  ['quoc tu giam', '? Phường Văn Miếu - Quốc Tử Giám, Thành phố Hà Nội'],
  ['phường xuân hương', `? ${daLat}`],
  // A merged province leads to the present one, and is asked about.
  ['xã Tam Hải, Quảng Nam', `? ${tamHai}`],
  ['tam hai quang nam', `? ${tamHai}`],
  ['xã Tam Hải, huyện Núi Thành, tỉnh Quảng Nam', `? ${tamHai}`],
  ['phú quốc, kiên giang', '? Đặc khu Phú Quốc, Tỉnh An Giang'],
  ['phường Tân An, Long An', '? Phường Tân An, Tỉnh Tây Ninh'],
  ['xã Tân Phú, Bến Tre', '? Xã Tân Phú, Tỉnh Vĩnh Long'],
  // Another type than the list's: wards came of communes, communes of towns.
  ['phường Tam Hải, Đà Nẵng', `? ${tamHai}`],
  ['thị trấn Tam Hải, Đà Nẵng', `? ${tamHai}`],
  ['tt. tam hải, đà nẵng', `? ${tamHai}`],
  ['xã Sơn Trà, Đà Nẵng', '? Phường Sơn Trà, Thành phố Đà Nẵng'],
  ['xã Phú Quốc, An Giang', '? Đặc khu Phú Quốc, Tỉnh An Giang'],
  // Slips of the finger and of the marks.
  ['xã Tam Hải, Đà nẵng.', `= ${tamHai}`],
  ['xã Tam Hãi, Đà Nẵng', `? ${tamHai}`],
  ['xã Tma Hải, Đà Nẵng', `? ${tamHai}`],
  ['xã Tam Hảii, Đà Nẵng', `? ${tamHai}`],
  ['phường Hải Chậu, Đà Nẵng', `? ${haiChau}`],
  ['hai chua, da nang', `? ${haiChau}`],
  ['phuong ninh kiue, can tho', '? Phường Ninh Kiều, Thành phố Cần Thơ'],
  ['xã Ea Hleoo, Đắk Lắk', "? Xã Ea H'Leo, Tỉnh Đắk Lắk"],
  ['phường Xuân Hưong Đà Lạt, Lâm Đồng', `? ${daLat}`],
  // Words around the name.
  ['tam hải núi thành', `? ${tamHai}`],
  ['gần chợ tam hải', `? ${tamHai}`],
  ['tam hai cu, da nang', `? ${tamHai}`],
  // One name, several places.
  ['hải châu', '| 17419 20242'],
  ['tân phú', `| ${tanPhu}`],
  ['tan phu', `| ${tanPhu}`],
  ['xã Tân Phú', '| 26800 28400 29100'],
  ['phường Tân Phú', '? Phường Tân Phú, Thành phố Hồ Chí Minh'],
  ['phường Hải Châu', `? ${haiChau}`],
  ['xã hải châu', '? Xã Hải Châu, Tỉnh Nghệ An'],
  ['phường Hòa Bình', '| 05300 27000'],
  ['phong điền', '| 19800 31120'],
  ['mỹ đức', '| 00900 30100'],
  // A province and nothing more.
  ['Đà Nẵng', '@ da-nang'],
  ['tp hcm', '@ ho-chi-minh'],
  ['em ở Quảng Nam', '@ da-nang'],
  ['thanh pho hue', '@ hue'],
  ['hoa binh', '@ phu-tho'],
  // What the list doesn't have stays as typed.
  ['xã Trà Linh, Đà Nẵng', '+ xã Trà Linh / Đà Nẵng'],
  ['thị trấn Núi Thành, Quảng Nam', '+ thị trấn Núi Thành / Quảng Nam'],
  ['xã Tam Hải, Hà Nội', '+ xã Tam Hải / Hà Nội'],
  ['phường 5, Cần Thơ', '+ phường 5 / Cần Thơ'],
  ['phường 12', '+ phường 12'],
  ['gần chợ nổi', '+ gần chợ nổi'],
  ['xã Lũng Cú', '+ xã Lũng Cú'],
  // No place at all.
  ['đóng bao nhiêu một tháng?', '-'],
  ['0912 345 678', '-'],
  ['không', '-'],
];

describe('finding a commune', () => {
  test('there are at least eighty cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(80);
  });

  test.each(cases)('“%s” is %s', (text, expected) => {
    expect(tell(text)).toBe(expected);
  });

  test('without an imported list nothing is found and what was typed is kept', () => {
    const empty = new Gazetteer(provinces, []);
    expect(findCommune(empty, 'xã Tam Hải, Đà Nẵng')).toEqual({
      status: 'unlisted',
      commune: 'xã Tam Hải',
      province: 'Đà Nẵng',
    });
    expect(findCommune(empty, 'Đà Nẵng')).toMatchObject({ status: 'province' });
  });
});
