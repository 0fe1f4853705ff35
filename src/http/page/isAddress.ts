/** Whether a choice's value leads somewhere (a telephone number, an https page) instead of being an answer. */
export function isAddress(value: string): boolean {
  return /^(?:tel:\+?[\d-]+|https:\/\/[a-z0-9.-]+(?:[/?#]\S*)?)$/i.test(value);
}
