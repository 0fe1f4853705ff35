import { plainText } from '../language/index.js';

const WAITING =
  /\b(?:chua|khong|ko|k) (?:\S+ )?(?:nhan duoc|nhan|thay|co|duoc) (?:\S+ ){0,2}?(?:tien|ket qua|chi tra|giai quyet|tro cap)\b|\bchua duoc (?:tien|nhan|chi tra|giai quyet|duyet|thanh toan)\b|\b(?:duyet|giai quyet|xu ly) (?:xong )?chua\b/u;
const CHECK = /\b(?:kiem tra|xem|tra) (?:lai )?(?:giup|ho|dum|gium|cho)\b/u;
const FILED =
  /\b(?:nop|gui|nap|lam|hoan thanh) (?:\S+ ){0,3}?(?:ho so|giay to)\b|\bho so (?:\S+ ){0,3}?(?:cua (?:toi|em|minh|me|bo|vo|chong|chi|con))\b|\bsinh con (?:tu )?ngay\b|\bngay \d/u;

/**
 * A message about the sender's own file ("I filed in April and have no money yet"): nobody can answer it from a text, an officer
 * has to look.
 */
export function isPersonalCase(text: string): boolean {
  const said = plainText(text);
  if (said.split(' ').length < 9) return false;
  return (WAITING.test(said) && FILED.test(said)) || (CHECK.test(said) && FILED.test(said));
}
