import { describe, expect, test } from '@jest/globals';
import {
  labelChoices,
  marksOfChoices,
  plainTextOnly,
  renderMessage,
  type Capabilities,
} from '../../../src/channels/render/index.js';
import type { OutboundActivity } from '../../../src/turn/index.js';
import { words } from '../../support/openInstance.js';

function message(
  titles: readonly string[],
  more: Partial<OutboundActivity> & Readonly<{ links?: Readonly<Record<string, string>> }> = {},
): OutboundActivity {
  const { links = {}, ...fields } = more;
  const actions = [
    ...titles.map((title) => ({ type: 'imBack', title, value: title })),
    ...Object.entries(links).map(([title, value]) => ({ type: 'openUrl', title, value })),
  ];
  return { type: 'message', text: 'Anh/chị cần gì ạ?', suggestedActions: { to: [], actions }, ...fields };
}

function show(activity: OutboundActivity, capabilities: Partial<Capabilities> = {}) {
  return renderMessage({
    message: activity,
    seq: 12,
    capabilities: { ...plainTextOnly, ...capabilities },
    words: words('vi'),
  });
}

const hotline = { 'Gọi 1900 9068': 'tel:19009068' };
const page = { 'Xem trang': 'https://an-sinh.test/e/1' };

describe('without buttons', () => {
  test('choices are numbered, and the citizen is told how to choose', () => {
    expect(show(message(['Tính tiền', 'Hỏi câu khác']))).toEqual({
      parts: ['Anh/chị cần gì ạ?\n\n1. Tính tiền\n2. Hỏi câu khác\nAnh/chị nhắn số để chọn, ví dụ 2.'],
      buttons: [],
    });
  });

  test('a telephone number is plain, an address stands behind its name, and neither is numbered', () => {
    const { parts } = show(message(['Tính tiền'], { links: { ...hotline, ...page } }));
    expect(parts[0]).toContain('Gọi 1900 9068\nXem trang: https://an-sinh.test/e/1\n\n1. Tính tiền\n');
  });

  test('what the text says already is not said again', () => {
    const activity = message([], { text: 'Gọi 1900 9068 nhé', links: hotline });
    expect(show(activity).parts).toEqual(['Gọi 1900 9068 nhé']);
  });

  test('a picture is named and has its address', () => {
    const picture = {
      contentType: 'image/svg+xml',
      contentUrl: 'https://an-sinh.test/guides/a.svg',
      name: 'Tờ biên lai',
    };
    expect(show(message([], { attachments: [picture] })).parts[0]).toMatch(
      /Hình: Tờ biên lai\nhttps:\/\/an-sinh\.test\/guides\/a\.svg$/,
    );
  });

  test('bold is plain, and signs that look like markup stay', () => {
    expect(show(message([], { text: '**264.000 đ** < 3 * 4 & _x_' })).parts).toEqual([
      '264.000 đ < 3 * 4 & _x_',
    ]);
  });

  test('in English the hint is English', () => {
    const rendered = renderMessage({
      message: message(['Why?']),
      seq: 1,
      capabilities: plainTextOnly,
      words: words('en'),
    });
    expect(rendered.parts[0]).toContain('Send the number of your choice');
  });

  test('titles that carry their number are numbered once', () => {
    expect(show(message(['1. Mức đóng', '2. Việc khác'])).parts[0]).toContain(
      '\n1. Mức đóng\n2. Việc khác\n',
    );
  });
});

describe('where a bare number would be an answer itself, letters mark the choices', () => {
  test.each<readonly [string, OutboundActivity]>([
    ['titles begin with numbers', message(['3 tháng', '6 tháng', '12 tháng'])],
    ['people are counted', message(['Chỉ mình tôi', 'Bỏ qua'], { channelData: { expects: 'members' } })],
    ['an amount is asked', message(['Thấp nhất', 'Bỏ qua'], { channelData: { expects: 'income' } })],
  ])('%s', (_why, activity) => {
    expect(marksOfChoices(activity, plainTextOnly)).toBe('letters');
    expect(show(activity).parts[0]).toMatch(/\nA\. .+\nB\. [^]*chữ cái/);
  });
});

describe('with buttons', () => {
  const five: Capabilities['buttons'] = { most: 5, titleLimit: 20, opens: ['https:', 'tel:'] };

  test('choices carry a reference to their message, links open', () => {
    expect(show(message(['Tính tiền'], { links: hotline }), { buttons: five })).toEqual({
      parts: ['Anh/chị cần gì ạ?'],
      buttons: [
        { kind: 'choice', label: 'Tính tiền', title: 'Tính tiền', reference: '#12.1' },
        { kind: 'link', label: 'Gọi 1900 9068', href: 'tel:19009068' },
      ],
    });
  });

  test('links give way where there is no room for them', () => {
    const { parts, buttons } = show(
      message(
        ['1', '2', '3', '4', '5'].map((one) => `Ý ${one}`),
        { links: hotline },
      ),
      {
        buttons: five,
      },
    );
    expect(buttons).toHaveLength(5);
    expect(parts[0]).toContain('Gọi 1900 9068');
  });

  test('more choices than buttons are numbered', () => {
    const titles = ['Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu'];
    const { parts, buttons } = show(message(titles), { buttons: five });
    expect(buttons).toEqual([]);
    expect(parts[0]).toContain('6. Sáu');
    expect(marksOfChoices(message(titles), { buttons: five })).toBe('digits');
  });

  test('titles longer than a button stand in the text, and the buttons carry their numbers', () => {
    const titles = ['Tính tiền BHXH tự nguyện', 'Hỏi câu khác'];
    const { parts, buttons } = show(message(titles), { buttons: five });
    expect(parts[0]).toBe('Anh/chị cần gì ạ?\n\n1. Tính tiền BHXH tự nguyện\n2. Hỏi câu khác');
    expect(buttons.map(({ label }) => label)).toEqual(['1', '2']);
  });

  test('a typed number means nothing where no number was shown', () => {
    expect(marksOfChoices(message(['Có', 'Không']), { buttons: five })).toBe('none');
    expect(marksOfChoices({ type: 'message', text: 'Chào' }, plainTextOnly)).toBe('none');
  });

  test('of a long text the buttons go with the last part', () => {
    const activity = message(['Có'], { text: `${'Một câu. '.repeat(10)}\n\nHai.` });
    const { parts, buttons } = show(activity, { buttons: five, textLimit: 60 });
    expect(parts.length).toBeGreaterThan(1);
    expect(buttons).toHaveLength(1);
  });
});

test('for HTML signs are escaped and bold is a tag', () => {
  const { parts } = show(message([], { text: '**A & B** < C' }), { markup: 'html' });
  expect(parts).toEqual(['<b>A &amp; B</b> &lt; C']);
});

test('marks are the same each time a message is looked at', () => {
  const activity = message(['3 tháng', '6 tháng']);
  expect(labelChoices(activity, plainTextOnly)).toEqual(labelChoices(activity, plainTextOnly));
});
