/** `09•• ••• 678`: enough to recognise a number one knows, not enough to call it. Empty for an erased one. */
export function maskPhone(phone: string): string {
  return phone === '' ? '' : `${phone.slice(0, 2)}•• ••• ${phone.slice(-3)}`;
}

/** `0912 345 678`, `0236 3871 234`, `024 3825 1234`: as a number is read out. Service numbers stay as they are. */
export function formatPhone(phone: string): string {
  const digits = phone.replace(/[\s.]/g, '');
  const groups =
    /^(02[48])(\d{4})(\d{4})$/.exec(digits) ??
    /^(02\d{2})(\d{4})(\d{3})$/.exec(digits) ??
    /^(0\d{3})(\d{3})(\d{3})$/.exec(digits);
  return groups === null ? phone : groups.slice(1).join(' ');
}
