/** A delivery's body as JSON; undefined when it is none. Ids must be read as strings: they exceed what a number can hold. */
export function readJsonBody(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
