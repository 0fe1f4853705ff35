import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseText, telAddress, type Block, type Inline } from '../../../src/http/page/parseText.js';
import { renderBlocks } from '../../../src/http/page/renderBlocks.js';

const hotline = '1900 9068';
const html = (text: string): string => renderBlocks(parseText(text, hotline));

describe('formatting', () => {
  test('bold, line breaks, paragraphs', () => {
    expect(html('Đóng **264.000 đ** mỗi tháng.\nKỳ sau\n\nHết')).toBe(
      '<p>Đóng <b>264.000 đ</b> mỗi tháng.<br>Kỳ sau</p><p>Hết</p>',
    );
  });

  test('a list between paragraphs', () => {
    expect(html('Cần có:\n- căn cước\n- **tiền**\nXong.')).toBe(
      '<p>Cần có:</p><ul><li>căn cước</li><li><b>tiền</b></li></ul><p>Xong.</p>',
    );
  });

  test('lists apart from each other stay apart', () => {
    expect(parseText('- a\n\n- b', hotline).map((block) => block.kind)).toEqual(['list', 'list']);
  });

  test.each([
    ['a hyphen inside a line', 'tháng 1 - tháng 3', '<p>tháng 1 - tháng 3</p>'],
    ['a negative number', '-5 là số âm', '<p>-5 là số âm</p>'],
    ['a lone pair of stars', 'a ** b', '<p>a ** b</p>'],
    ['stars with spaces inside', '** a **', '<p>** a **</p>'],
    ['four stars', '****', '<p>****</p>'],
    ['bold over two lines', '**a\nb**', '<p>**a<br>b**</p>'],
    ['windows line ends', 'a\r\nb', '<p>a<br>b</p>'],
    ['nothing', '  \n ', ''],
  ])('%s', (_name, text, expected) => {
    expect(html(text)).toBe(expected);
  });
});

describe('links', () => {
  test.each(['1900 9068', '19009068', '1900.9068', '1900-9068', '1900\u00a09068'])(
    'hotline as %j',
    (written) => {
      expect(html(`Gọi ${written}, nhé`)).toBe(`<p>Gọi <a href="tel:19009068">${written}</a>, nhé</p>`);
    },
  );

  test.each(['0912 345 678', '119009068', '190090681', '+19009068'])(
    'another number stays text: %s',
    (number) => {
      expect(html(number)).toBe(`<p>${number}</p>`);
    },
  );

  test('hotline in bold', () => {
    expect(html('**1900 9068**')).toBe('<p><b><a href="tel:19009068">1900 9068</a></b></p>');
  });

  test('an address without the mark that ends the sentence', () => {
    expect(html('Xem https://vssid.gov.vn/tra-cuu?x=1&y=2.')).toBe(
      '<p>Xem <a href="https://vssid.gov.vn/tra-cuu?x=1&amp;y=2" target="_blank" rel="noopener noreferrer">https://vssid.gov.vn/tra-cuu?x=1&amp;y=2</a>.</p>',
    );
  });

  test.each(['http://127.0.0.1:8080/e/AQ-_a', 'http://localhost/'])(
    'this machine, without https: %s',
    (own) => {
      expect(html(`Xem ${own}.`)).toBe(
        `<p>Xem <a href="${own}" target="_blank" rel="noopener noreferrer">${own}</a>.</p>`,
      );
    },
  );

  test('a phone number inside an address is part of the address', () => {
    expect(parseText('https://a.vn/1900 9068 và https://a.vn/19009068', hotline)[0]).toMatchObject({
      lines: [
        [
          { href: 'https://a.vn/1900' },
          { text: ' 9068 và ' },
          { href: 'https://a.vn/19009068', text: 'https://a.vn/19009068' },
        ],
      ],
    });
  });

  test('telAddress', () => {
    expect(telAddress('1900 9068')).toBe('tel:19009068');
    expect(telAddress('+84 24 1234')).toBe('tel:+84241234');
    expect(telAddress('không có')).toBeNull();
    expect(html('')).toBe('');
    expect(renderBlocks(parseText('không có số', ''))).toBe('<p>không có số</p>');
  });
});

describe('hostile texts', () => {
  test.each([
    ['<script>alert(1)</script>'],
    ['<img src=x onerror=alert(1)>'],
    ['javascript:alert(1)'],
    ['[bấm](javascript:alert(1))'],
    ['![x](data:text/html;base64,PHNjcmlwdD4=)'],
    ['http://vssid.gov.vn'],
    ['http://127.0.0.1.evil.com/'],
    ['http://localhost@evil.com/'],
    ['https://baohiem@evil.com'],
    ['https://baohiem.gov.vn@evil.com'],
    ['https://baohiem.gov.vn:443@evil.com/x'],
    ['https://baohiem.gov.vn:mk@evil.com/x'],
    ['https://bаohiem.vn'],
    ['tel:113'],
    ['sms:113'],
    ['&lt;script&gt;'],
    ['**<b onclick=alert(1)>**'],
    ['`code` # tiêu đề > trích'],
  ])('%s makes no element and no link of its own', (text) => {
    const out = html(text);
    expect(out).not.toMatch(/<(?!\/?(?:p|b|br|ul|li)>)/);
    expect(out.replace(/<\/?[a-z]+>/g, '')).toBe(escaped(text).replace(/\*\*(.*)\*\*/, '$1'));
  });

  test('a markdown link shows its true address', () => {
    expect(html('[baohiemxahoi.gov.vn](https://evil.com)')).toContain('>https://evil.com</a>)');
  });

  test('quotes and tags end an address', () => {
    expect(html('https://a.vn/"onmouseover="alert(1)')).toContain('href="https://a.vn/" target');
    expect(html('https://a.vn/<script>')).toContain('https://a.vn/</a>&lt;script&gt;');
  });

  test('control and direction-changing characters are taken out', () => {
    expect(html('a\u202eb\u2066c\u0000d\u0007e\tf\u200f')).toBe('<p>abcde\tf</p>');
  });

  test('any text at all', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '**',
        '- ',
        '\n',
        '<',
        '">',
        'https://',
        'a.vn',
        '@',
        ':',
        '/',
        '1900 9068',
        'javascript:',
        '*',
        '\u202e',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const blocks = parseText(pieces.join(''), hotline);
        for (const link of links(blocks))
          expect(link.href).toMatch(/^(?:tel:19009068|https:\/\/[a-z0-9.-]+(?::\d+)?(?:[/?#]|$))/i);
        for (const link of links(blocks))
          if (link.href.startsWith('https')) expect(link.href).toBe(link.text);
        expect(renderBlocks(blocks)).not.toMatch(
          /<(?!\/?(?:p|b|ul|li|a)>|br>|a href="(?:tel:|https:)[^"<>]*"(?: target="_blank" rel="noopener noreferrer")?>)/,
        );
      }),
    );
  });

  test('long hostile texts take no long time', () => {
    for (const text of [
      '**a '.repeat(5000),
      '*'.repeat(20_000),
      'https://' + 'a.'.repeat(10_000),
      '1900 '.repeat(5000),
      'a-'.repeat(10_000),
    ]) {
      const before = performance.now();
      parseText(text, hotline);
      expect(performance.now() - before).toBeLessThan(500);
    }
  });
});

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function links(blocks: readonly Block[]): readonly { readonly href: string; readonly text: string }[] {
  const lines = blocks.flatMap((block) => (block.kind === 'list' ? block.items : block.lines));
  const within = (part: Inline): readonly Inline[] => (part.kind === 'bold' ? part.children : [part]);
  return lines
    .flat()
    .flatMap(within)
    .flatMap((part) => (part.kind === 'link' ? [part] : []));
}
