/** Cookies of a request by name; what can't be decoded is left out. */
export function parseCookies(header: string | undefined): ReadonlyMap<string, string> {
  const pairs = (header ?? '').split(';').flatMap((part): [string, string][] => {
    const at = part.indexOf('=');
    return at < 1 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).trim()]];
  });
  return new Map(pairs);
}

export type CookieOptions = Readonly<{ maxAgeS: number; secure: boolean; sameSite: 'Lax' | 'Strict' }>;

/** A cookie that scripts can't read. With https its name carries the `__Host-` prefix: no other host can set it. */
export function setCookie(name: string, value: string, options: CookieOptions): string {
  const secure = options.secure ? '; Secure' : '';
  return `${cookieName(name, options.secure)}=${value}; Path=/; HttpOnly; SameSite=${options.sameSite}; Max-Age=${options.maxAgeS}${secure}`;
}

export function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}
