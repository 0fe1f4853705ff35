/** A picture that goes with a message: an address on this site, and what it shows. */
export interface ChatPicture {
  readonly src: string;
  readonly alt: string;
}

/** Width and height of every guide's picture, so that its place is kept before it is loaded. */
export const pictureSize = { width: 320, height: 240 } as const;

/**
 * The picture of a Direct Line attachment (`contentUrl`, `name`), with a path of this site: the page may stand behind another name
 * than the configured one. Undefined for whatever is no picture of a guide.
 */
export function guidePicture(contentUrl: string, name: string): ChatPicture | undefined {
  const src = /\/guides\/[a-z0-9-]+\.svg$/.exec(contentUrl)?.[0];
  return src === undefined ? undefined : { src, alt: name };
}
