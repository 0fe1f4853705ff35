/** `09•• ••• 678`: enough to recognise a number one knows, not enough to call it. Empty for an erased one. */
export function maskPhone(phone: string): string {
  return phone === '' ? '' : `${phone.slice(0, 2)}•• ••• ${phone.slice(-3)}`;
}

/** `0912 345 678`: as a number is read out. */
export function formatPhone(phone: string): string {
  return phone.replace(/^(\d{4})(\d{3})(\d{3,4})$/, '$1 $2 $3');
}
