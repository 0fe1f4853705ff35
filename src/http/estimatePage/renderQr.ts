import QRCode from 'qrcode';

/** Modules of empty space that a reader needs around the code. */
const QUIET = 4;
/** Beyond this a code is too fine for a telephone to read from a slip. */
const FINEST_VERSION = 20;
/** Up to here there is room for the correction of more faults. */
const ROOMY_VERSION = 10;
/** Wide enough for a simple camera, from paper printed on any machine. */
const MM_PER_MODULE = 0.45;

/**
 * An address as a QR code in SVG, black on white in any theme; undefined for one that is too long for a code on paper.
 * @param label says what the code is, for those who don't see it
 */
export function renderQr(address: string, label: string): string | undefined {
  const code = createCode(address);
  if (code === undefined || code.version > FINEST_VERSION) return undefined;
  const { size, data } = code.modules;
  const side = size + 2 * QUIET;
  const runs = Array.from({ length: size }, (_, row) =>
    runsOf(data.subarray(row * size, (row + 1) * size), row),
  );
  const width = `${Math.round(side * MM_PER_MODULE)}mm`;
  return (
    `<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${side} ${side}" width="${width}" height="${width}" shape-rendering="crispEdges">` +
    `<rect width="${side}" height="${side}" fill="#fff"/><path fill="#000" d="${runs.join('')}"/></svg>`
  );
}

function createCode(address: string): QRCode.QRCode | undefined {
  try {
    const roomy = QRCode.create(address, { errorCorrectionLevel: 'M' });
    return roomy.version <= ROOMY_VERSION ? roomy : QRCode.create(address, { errorCorrectionLevel: 'L' });
  } catch {
    // More than any code can hold.
    return undefined;
  }
}

/** The dark modules of a row as rectangles, those side by side as one. */
function runsOf(row: Uint8Array, at: number): string {
  let path = '';
  for (let from = 0; from < row.length;) {
    let to = from;
    while (row[to] === 1) to += 1;
    if (to > from) path += `M${from + QUIET} ${at + QUIET}h${to - from}v1h-${to - from}z`;
    from = to + 1;
  }
  return path;
}
