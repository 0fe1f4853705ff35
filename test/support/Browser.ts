/** A browser without JavaScript: follows redirects, keeps cookies, posts forms. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  get(path: string): Promise<Page> {
    return this.#load(path, {});
  }

  /** Posts a form's fields and gives the page to which that leads. */
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Page> {
    return this.#load(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: this.#base, ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  }

  async #load(path: string, init: RequestInit): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(init.headers);
    if (cookie !== '') headers.set('Cookie', cookie);
    const response = await fetch(`${this.#base}${path}`, { ...init, headers, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) this.#keep(set);
    const to = response.headers.get('location');
    if (response.status === 303 && to !== null) return this.#load(to, {});
    return { status: response.status, headers: response.headers, html: await response.text() };
  }

  #keep(set: string): void {
    const [pair = '', ...attributes] = set.split(/;\s*/);
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    if (attributes.includes('Max-Age=0')) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(at + 1));
  }
}

export type Page = Readonly<{ status: number; headers: Headers; html: string }>;
