import { readPhone } from '../../src/language/index.js';
import type { ChatTurn } from '../ChatTurn.js';

/** What somebody was called or written from, as far as a message tells. */
export type Claim = Readonly<{ phone?: string; host?: string }>;

/** Sites of the social insurance and of the public services; what is under them belongs to them. */
const officialSites = ['baohiemxahoi.gov.vn', 'vss.gov.vn', 'dichvucong.gov.vn'];
const address = /(?:https?:\/\/|www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?=[/:?#\s,;)]|\.?$|\.\s)/i;

/** Somebody says to be from the office, or asks for what no office asks for. */
const claims =
  /\b(?:lua dao|gia danh|gia mao|mao danh|tu xung|xung la|bao la|noi la|that (?:hay|khong|ko)|co that|thiet khong|tin duoc|dang tin|chinh thuc|lua dao|scam|fraud|fake|genuine|real officer|claims? to be)\b/i;
const demands =
  /\b(?:otp|ma xac (?:nhan|thuc|minh)|doi tien|(?:doi|bao|bat|keu|yeu cau|bieu|kiu) (?:\S+ ){0,3}(?:chuyen|nop|dong) (?:tien|khoan)|chuyen khoan truoc|bam (?:vao )?(?:link|duong dan)|nhan (?:vao )?(?:link|duong dan)|cai (?:app|ung dung|phan mem)|gui (?:can cuoc|cccd|hinh cccd)|transfer money|send money|click)\b/i;
const checks =
  /\b(?:kiem tra|check|tra|xac minh|hoi) (?:\S+ ){0,2}(?:so (?:dien thoai|la|nay|dt|goi|may)|sdt|tin nhan|duong dan|link|dia chi|number|message)\b|\b(?:so|sdt|tin nhan|link|number|message)\b.*\b(?:co phai|phai|la) (?:\S+ ){0,4}(?:bhxh|bao hiem|co quan|can bo|nha nuoc)\b|\b(?:so|sdt|number) (?:nay|kia|do|la)\b.*\b(?:cua ai|ai vay|goi)\b|\bwho is calling\b/i;
/** Calling oneself, or being called as agreed, is no claim to check. */
const wishesCall = /\b(?:goi (?:lai )?(?:cho |giup )?(?:toi|em|minh|tui)|goi lai|call me)\b/i;

/** The number and the site that a message names. */
export function readClaim(turn: ChatTurn): Claim {
  const phone = readPhone(turn.text);
  const host = address.exec(turn.text)?.[1]?.toLowerCase();
  return {
    ...(phone.status === 'value'
      ? { phone: phone.value }
      : phone.status === 'invalid'
        ? { phone: phone.matched }
        : {}),
    ...(host === undefined ? {} : { host }),
  };
}

/** Whether a message asks if a number, a message or an address is really the office's. */
export function asksToCheck(turn: ChatTurn): boolean {
  const said = turn.memory.locale === 'en' ? turn.text : turn.plain;
  if (turn.says('check_claim')) return true;
  if (wishesCall.test(said) && !claims.test(said) && !demands.test(said)) return false;
  const { phone, host } = readClaim(turn);
  if (phone !== undefined || host !== undefined)
    return claims.test(said) || demands.test(said) || checks.test(said);
  return checks.test(said) && !/\b(?:the|bhyt|ho so|qua trinh)\b/.test(said);
}

/** Whether an address lies on a site of the office itself. */
export function isOfficial(host: string): boolean {
  return officialSites.some((site) => host === site || host.endsWith(`.${site}`));
}
