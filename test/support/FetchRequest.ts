/**
 * As much of XMLHttpRequest as rxjs uses, over `fetch`: Direct Line's own client wants one and Node has none. Only what a
 * script may see across origins is given back: other headers are hidden, as in a browser.
 */
export class FetchRequest {
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseText = '';
  responseType = '';
  timeout = 0;
  withCredentials = false;
  onreadystatechange: ((event: unknown) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  ontimeout: ((event: unknown) => void) | null = null;
  readonly upload = {};
  readonly #abort = new AbortController();
  readonly #requestHeaders = new Headers();
  #responseHeaders = new Headers();
  #method = 'GET';
  #url = '';

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
    this.readyState = 1;
  }

  setRequestHeader(name: string, value: string): void {
    this.#requestHeaders.set(name, value);
  }

  getResponseHeader(name: string): string | null {
    const exposed = (this.#responseHeaders.get('access-control-expose-headers') ?? '')
      .toLowerCase()
      .split(/,\s*/);
    return exposed.includes(name.toLowerCase()) ? this.#responseHeaders.get(name) : null;
  }

  send(body?: string): void {
    this.#request(body).catch((error: unknown) => {
      if (!this.#abort.signal.aborted) this.onerror?.(error);
    });
  }

  abort(): void {
    this.#abort.abort();
  }

  async #request(body: string | undefined): Promise<void> {
    const response = await fetch(this.#url, {
      method: this.#method,
      headers: this.#requestHeaders,
      signal: this.#abort.signal,
      ...(body === undefined ? {} : { body }),
    });
    if (response.headers.get('access-control-allow-origin') === null)
      throw new Error('The answer is hidden from scripts.');
    this.#responseHeaders = response.headers;
    this.responseText = await response.text();
    this.response = this.responseType === 'json' ? parse(this.responseText) : this.responseText;
    this.status = response.status;
    this.readyState = 4;
    this.onreadystatechange?.({ type: 'readystatechange' });
  }
}

function parse(text: string): unknown {
  return text === '' ? null : JSON.parse(text);
}
