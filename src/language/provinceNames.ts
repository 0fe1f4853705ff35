/**
 * Names of provinces, unmarked and without their type: the present ones, the ones merged on 2025-07-01 that people still say,
 * and usual short forms. Only for telling a province from a commune in what a person typed; the list of places is content.
 */
export const PROVINCE_NAMES: ReadonlySet<string> = new Set(
  [
    'ha noi|hn|hue|thua thien hue|hai phong|hp|da nang|dn|ho chi minh|hcm|tphcm|hcmc|sai gon|sg|can tho|cao bang|dien bien|ha tinh|lai chau',
    'lang son|nghe an|quang ninh|thanh hoa|son la|tuyen quang|lao cai|thai nguyen|phu tho|bac ninh|hung yen|ninh binh|quang tri|quang ngai',
    'gia lai|khanh hoa|lam dong|dak lak|dac lac|daklak|dong nai|tay ninh|vinh long|dong thap|ca mau|an giang',
    'ha giang|yen bai|bac kan|bac can|vinh phuc|hoa binh|bac giang|thai binh|hai duong|ha nam|nam dinh|quang binh|quang nam|kon tum|binh dinh',
    'ninh thuan|binh thuan|dak nong|dac nong|phu yen|ba ria vung tau|ba ria|vung tau|binh duong|binh phuoc|long an|ben tre|tra vinh|tien giang|soc trang|hau giang|bac lieu|kien giang',
  ]
    .join('|')
    .split('|'),
);
