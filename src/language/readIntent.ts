import { readGroups } from './readGroups.js';
import { readHousehold } from './readHousehold.js';
import { readMode } from './readMode.js';
import { readMoney } from './readMoney.js';
import { readMonths } from './readMonths.js';
import { joinWords, splitWords } from './words.js';

/** `estimate`: a calculation is asked for, which scheme is still to be asked. */
export type Intent = 'estimate_voluntary' | 'estimate_household' | 'estimate' | 'lead';

export type IntentReading =
  { readonly status: 'value'; readonly value: Intent } | { readonly status: 'none' };

const LEAD =
  /\b(?:nho|xin|muon|can|cho|de|nhan|phien|hay|bao|yeu cau|dang ky|duoc|mong) (?:\S+ ){0,3}?(?:can bo|nhan vien|chuyen vien|ai do|nguoi|ben minh|ben bhxh|co quan)? ?(?:goi (?:lai|dien|dt|cho)|goi$|goi tu van|lien he lai|alo lai|tu van truc tiep|tu van qua dien thoai|dien lai)|^goi (?:lai|dien|cho) ?(?:cho )?(?:toi|em|minh|tui|anh|chi|chau|con|lai|dien)?\b|\bcan bo goi\b|\bnho goi\b|\bde lai (?:so|sdt|dien thoai|thong tin|ten|lien lac)\b|\b(?:dang ky|xin|can|muon|nhan) (?:\S+ )?tu van\b|^tu van (?:cho )?(?:toi|em|minh|tui)|\blien he (?:voi |lai )?(?:toi|em|minh|tui)\b|\bcall me\b|\bcall ?back\b|\bcontact me\b|\bgoi lai cho\b|\bleave (?:my|a) (?:number|phone)\b/u;
const NOT_LEAD =
  /\b(?:tu xung|lua dao|lua dao|co nguoi|gia danh|cuoc goi|co phai|la ai|so nao|so may|so mo|tong dai|bi goi|cu goi|may nguoi goi|toi goi|goi so|goi dau|khong|la gi|o dau|bao nhieu|ai se|an toan|bi lo|rut lai|dung goi|thi sao)\b/u;
const COUNT_FOR_ME =
  /\b(?:tinh(?! trang| hinh| theo)|uoc tinh|tinh toan|calculate|estimate|tinh tien) ?(?:\S+ )?(?:giup|gium|dum|ho|thu|cho|dung)(?: (?:toi|em|minh|tui|chau|con|anh|chi|xem|voi|nha|gia dinh|\S+))?\b|^(?:toi |em |minh |tui )?(?:muon |can )?(?:tinh|tinh tien|tinh thu|tinh muc dong|uoc tinh|tinh tien dong|tinh phi)$|\b(?:calculate|estimate|work out) (?:it |how much )?(?:for )?(?:me|my|i)\b|\btinh (?:toi|em|nha toi|nha em)\b/u;
const ASKS_AMOUNT =
  /\bbao nhieu\b|\bbn\b|\bbnhieu\b|\bbao nhiu\b|\bnhieu tien\b|\bmay (?:tien|tram|dong|trieu)\b|\bhet (?:\S+ )?(?:tien|nhieu|bao)\b|\bgia\b|\bnhiu\b|\bhow much\b|\bbnh\b|\bnhieu\b|\btinh ra\b|\bton\b/u;
const HEALTH =
  /\bbhyt\b|\bbao hiem y te\b|\by te\b|\bbh yt\b|\bthe bao hiem\b|\bho gia dinh\b|\bhgd\b|\bhealth\b/u;
const SOCIAL = /\bbhxh\b|\bbao hiem xa hoi\b|\btu nguyen\b|\bbhtn\b|\bxa hoi\b|\bsocial\b|\bvoluntary\b/u;
/** What an amount of money can also be asked about; these are answered from approved texts. */
const OTHER_SUMS =
  /\bluong huu\b|\bhuu tri\b|\brut\b|\bve gia\b|\blanh\b|\bsau nay\b|\bnhan (?:ve|lai|duoc)\b|\bnam roi\b|\b(?:mot|1) lan\b(?! \d)|\bthai san\b|\btro cap\b|\btu tuat\b|\bmai tang\b|\bhuong\b|\bchi tra\b|\bhoan\b|\bgiam\b|\bnguoi thu\b|\bng thu\b|\bho tro\b|\bphan tram\b|%|\bphat\b|\bpension\b|\blai\b|\bkham\b|\bnen\b|\bcong ty\b|\bcty\b|\bdoanh nghiep\b|\bbat buoc\b|\bthat nghiep\b|\bhoc sinh\b|\bsinh vien\b|\bhssv\b/u;

/**
 * Whether a message asks for a personal calculation (own income, own household, "tính giúp") or to be called. A general
 * "bao nhiêu" is none of these.
 */
export function readIntent(text: string): IntentReading {
  const said = plainWords(text.slice(0, 1000));
  if (LEAD.test(said) && !NOT_LEAD.test(said) && said.split(' ').length <= 25) return found('lead');
  const health = HEALTH.test(said);
  const social = SOCIAL.test(said);
  const asksFor = COUNT_FOR_ME.test(said);
  if (
    OTHER_SUMS.test(
      said.replace(
        /\b(?:mot|1) lan (?:\d|luon|cho)|\bdong (?:luon )?(?:mot|1) lan\b|\b(?:thang|nam|quy) (?:mot|1) lan\b/gu,
        ' ',
      ),
    )
  )
    return { status: 'none' };
  const people = readHousehold(text);
  const level = /\b(?:muc|thu nhap)\b/u.test(said) && readMoney(text).status === 'value';
  const many = !level && people.status === 'value' && people.value.people !== null;
  const household =
    many && !social && /\b(?:nha|gia dinh|vo|chong|con|ca nha|nguoi|khau|me|bo)\b/u.test(said);
  if (asksFor) {
    if (health && !social) return found('estimate_household');
    if (social && !health) return found('estimate_voluntary');
    if (household) return found('estimate_household');
    return found(readMoney(text).status === 'value' ? 'estimate_voluntary' : 'estimate');
  }
  // "nhà 6 người mua bhyt 3 tháng": everything a price needs is told; it is asked for without a word of asking.
  const orders = household && health && isOwnHousehold(said) && readMonths(text).status === 'value';
  if (orders) return found('estimate_household');
  if (!ASKS_AMOUNT.test(said)) return { status: 'none' };
  if (household && isOwnHousehold(said) && (health || !social)) return found('estimate_household');
  return !health && isOwnPayment(text, said) ? found('estimate_voluntary') : { status: 'none' };
}

/** More than one person of one's own, told by number. */
function isOwnHousehold(said: string): boolean {
  return (
    /\b(?:nha|gia dinh|ho|ca nha|vo chong|me con|bo con|cha con)\b/u.test(said) &&
    /\b(?:mua|dong|tham gia|het|ton|nop|bao nhieu|bn)\b/u.test(said)
  );
}

/** An income of one's own, or a group and a way of paying said of oneself. */
function isOwnPayment(text: string, said: string): boolean {
  if (!/\b(?:dong|muc|nop|tham gia|mua)\b/u.test(said)) return false;
  const money = readMoney(text).status === 'value';
  const groups = readGroups(text);
  const mode = readMode(text);
  const self = /\b(?:toi|em|minh|tui|chau|con|nha em|nha toi|my|i)\b/u.test(said);
  if (money && /\b(?:muc|thu nhap|luong|chon|kiem|tham gia|dong)\b/u.test(said))
    return self || mode.status === 'value' || /\b(?:muc|chon|thu nhap)\b/u.test(said);
  return (
    self &&
    groups.status === 'value' &&
    groups.value.length > 0 &&
    mode.status === 'value' &&
    mode.value.mode !== 'monthly'
  );
}

/** The message unmarked, but "tỉnh" (province) and "tình" (state) told from "tính" (calculate). */
function plainWords(text: string): string {
  return joinWords(
    splitWords(text).words.map((word) =>
      word.text === 'tinh' && word.raw !== 'tinh' && word.raw !== 'tính' ? { ...word, text: word.raw } : word,
    ),
  );
}

function found(value: Intent): IntentReading {
  return { status: 'value', value };
}
