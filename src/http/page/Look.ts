/** How a citizen wants the page to look; kept on the device, in a cookie that says nothing about the person. */
export interface Look {
  /** Letters of the usual size, larger, or very large. */
  readonly size: (typeof textSizes)[number];
  readonly contrast: (typeof contrasts)[number];
}

export const textSizes = ['1', '2', '3'] as const;
export const contrasts = ['usual', 'high'] as const;
export const usualLook: Look = { size: '1', contrast: 'usual' };

export const lookCookie = 'an_sinh_look';
export const lookCookieAgeS = 365 * 24 * 60 * 60;

/** Reads the cookie's value; whatever can't be read is the usual look. */
export function parseLook(text: string | undefined): Look {
  const [size, contrast] = (text ?? '').split('.');
  return {
    size: textSizes.find((one) => one === size) ?? usualLook.size,
    contrast: contrasts.find((one) => one === contrast) ?? usualLook.contrast,
  };
}

/** The cookie's value. */
export function lookText({ size, contrast }: Look): string {
  return `${size}.${contrast}`;
}

/** Classes of the `html` element: the style sheet knows `size-2`, `size-3` and `contrast-high`. */
export function lookClass({ size, contrast }: Look): string {
  return `size-${size} contrast-${contrast}`;
}

/**
 * Runs in the head of a page that came from the device and not from the server, before anything is drawn: gives it the look
 * of the cookie. Anything but the two words of `lookText` is left alone.
 */
export const lookScript = `(function(m){if(m)document.documentElement.className='size-'+m[1]+' contrast-'+m[2]})(/(?:^|; )${lookCookie}=(\\d)\\.([a-z]+)/.exec(document.cookie))`;
