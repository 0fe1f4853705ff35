/** Cookies of a request by name; what can't be decoded is left out. */
export function parseCookies(header: string | undefined): ReadonlyMap<string, string> {
  const pairs = (header ?? '').split(';').flatMap((part): [string, string][] => {
    const at = part.indexOf('=');
    return at < 1 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).trim()]];
  });
  return new Map(pairs);
}

export type CookieOptions = Readonly<{
  /** Without it the browser forgets the cookie when it is closed. */
  maxAgeS?: number;
  secure: boolean;
  sameSite: 'Lax' | 'Strict';
  /** For what the page's own script writes too; such a cookie is worth nothing to anybody and keeps its plain name. */
  readable?: boolean;
}>;

/** A cookie that scripts can't read. With https its name carries the `__Host-` prefix: no other host can set it. */
export function setCookie(name: string, value: string, options: CookieOptions): string {
  const { maxAgeS, secure, sameSite, readable = false } = options;
  return [
    `${readable ? name : cookieName(name, secure)}=${value}`,
    'Path=/',
    ...(readable ? [] : ['HttpOnly']),
    `SameSite=${sameSite}`,
    ...(maxAgeS === undefined ? [] : [`Max-Age=${maxAgeS}`]),
    ...(secure ? ['Secure'] : []),
  ].join('; ');
}

export function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}
