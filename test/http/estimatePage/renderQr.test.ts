import { describe, expect, test } from '@jest/globals';
import QRCode from 'qrcode';
import { renderQr } from '../../../src/http/estimatePage/renderQr.js';

const quiet = 4;
const ofLength = (length: number) => `https://an-sinh.vn/e/${'aB3_-'.repeat(length)}`.slice(0, length);

/** Which modules the drawn path leaves dark, row by row. */
function drawn(svg: string, side: number): readonly string[] {
  const rows = Array.from({ length: side }, () => Array.from({ length: side }, () => '.'));
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let at = Number(x); at < Number(x) + Number(width); at += 1) {
      const row = rows[Number(y)];
      if (row !== undefined) row[at] = '#';
    }
  }
  return rows.map((row) => row.join(''));
}

describe('a code for an address', () => {
  test.each([
    [40, 'M'],
    [110, 'M'],
    [200, 'M'],
    [300, 'L'],
    [800, 'L'],
  ] as const)('of %d characters is the code of that address, with its quiet zone', (length, level) => {
    const address = ofLength(length);
    const svg = renderQr(address, 'Mã') ?? '';
    const { modules } = QRCode.create(address, { errorCorrectionLevel: level });
    const side = modules.size + 2 * quiet;
    expect(svg).toContain(`viewBox="0 0 ${side} ${side}"`);
    const expected = Array.from({ length: side }, (_, y) =>
      Array.from({ length: side }, (_, x) => {
        const [column, row] = [x - quiet, y - quiet];
        const isInside = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
        return isInside && modules.get(row, column) === 1 ? '#' : '.';
      }).join(''),
    );
    expect(drawn(svg, side)).toEqual(expected);
  });

  test('is wide enough for a camera and narrow enough for A6', () => {
    for (const length of [40, 110, 200, 300, 800]) {
      const svg = renderQr(ofLength(length), 'Mã') ?? '';
      const [, side = '0', width = '0'] = /viewBox="0 0 (\d+) \d+" width="(\d+)mm"/.exec(svg) ?? [];
      expect(Number(width) / Number(side)).toBeGreaterThan(0.43);
      expect(Number(width)).toBeLessThan(60);
    }
  });

  test('carries its name for those who don’t see it', () => {
    expect(renderQr(ofLength(40), 'Mã &amp; chữ')).toContain('role="img" aria-label="Mã &amp; chữ"');
  });

  test.each([900, 2_000, 8_000])('of %d characters would be too fine to read, or none at all', (length) => {
    expect(renderQr(ofLength(length), 'Mã')).toBeUndefined();
  });
});
