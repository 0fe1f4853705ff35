import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GuideShelf } from '../../src/content/guides/GuideShelf.js';
import { guideSchema, type Guide } from '../../src/content/guides/guideSchema.js';
import { readGuides } from '../../src/content/guides/readGuides.js';
import { figuresOf } from '../../src/faq/index.js';
import { createTranslator } from '../../src/i18n/index.js';
import { projectRoot } from '../../src/paths.js';
import { shippedTable } from '../policy/shippedTable.js';

const shipped = join(projectRoot, 'content', 'guides');
const topics = new Set(
  readdirSync(join(projectRoot, 'content', 'faq')).map((file) => file.replace('.json', '')),
);
const words = createTranslator(join(projectRoot, 'locales'));
const figures = figuresOf(shippedTable());
const locales = ['vi', 'en'] as const;
const today = '2026-11-21';
const longestText = 320;

describe('a guide that can not be used stops the start and names file and field', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'an-sinh-guides-'));
    cpSync(shipped, folder, { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const tooLong = 'a'.repeat(longestText + 1);
  const faults: readonly Readonly<{
    title: string;
    change: (guide: Guide) => unknown;
    field: string;
    says: string;
  }>[] = [
    { title: 'no title', change: ({ title: _, ...rest }) => rest, field: 'title', says: 'expected object' },
    {
      title: 'a text in one language only',
      change: (guide) => withStep(guide, { text: { vi: 'Mở máy.' } }),
      field: 'steps[1].text.en',
      says: 'expected string',
    },
    {
      title: 'a text that is too long',
      change: (guide) => withStep(guide, { text: { vi: tooLong, en: 'Open it.' } }),
      field: 'steps[1].text.vi',
      says: '<=320',
    },
    {
      title: 'an empty text',
      change: (guide) => withStep(guide, { text: { vi: '  ', en: 'Open it.' } }),
      field: 'steps[1].text.vi',
      says: '>=1',
    },
    {
      title: 'a text that is no template',
      change: (guide) => withStep(guide, { text: { vi: 'Gọi {{ hotline', en: 'Call.' } }),
      field: 'steps[1].text.vi',
      says: 'is no valid template',
    },
    {
      title: 'a picture that is a path',
      change: (guide) => withStep(guide, { picture: '../faq/x.svg' }),
      field: 'steps[1].picture',
      says: 'name of an .svg file',
    },
    {
      title: 'a picture that is not there',
      change: (guide) => withStep(guide, { picture: 'khong-co.svg' }),
      field: 'steps[1].picture',
      says: 'no picture "khong-co.svg"',
    },
    {
      title: 'a step without words for the picture',
      change: (guide) => withStep(guide, { alt: undefined }),
      field: 'steps[1].alt',
      says: 'expected object',
    },
    {
      title: 'too few steps',
      change: (guide) => ({ ...guide, steps: guide.steps.slice(0, 3) }),
      field: 'steps',
      says: '>=4',
    },
    {
      title: 'too many steps',
      change: (guide) => ({ ...guide, steps: [...guide.steps, ...guide.steps].slice(0, 9) }),
      field: 'steps',
      says: '<=8',
    },
    {
      title: 'another id than the file',
      change: (guide) => ({ ...guide, id: 'khac' }),
      field: 'id',
      says: 'must be "vssid-mat-khau"',
    },
    {
      title: 'no topics',
      change: (guide) => ({ ...guide, topics: [] }),
      field: 'topics',
      says: '>=1',
    },
    {
      title: 'a topic that is no answer',
      change: (guide) => ({ ...guide, topics: ['chung-quen-mk', 'khong-co'] }),
      field: 'topics[1]',
      says: 'no answer "khong-co"',
    },
    {
      title: 'a topic of another guide',
      change: (guide) => ({ ...guide, topics: ['yt-vneid'] }),
      field: 'topics[0]',
      says: 'has the guide "vneid-the-bhyt" already',
    },
    {
      title: 'itself as the next guide',
      change: (guide) => ({ ...guide, next: [guide.id] }),
      field: 'next[0]',
      says: 'no other guide "vssid-mat-khau"',
    },
    {
      title: 'a next guide that is not there',
      change: (guide) => ({ ...guide, next: ['khong-co'] }),
      field: 'next[0]',
      says: 'no other guide "khong-co"',
    },
    { title: 'no basis', change: (guide) => ({ ...guide, basis: [] }), field: 'basis', says: '>=1' },
    {
      title: 'a doubt in one language only',
      change: (guide) => ({ ...guide, doubtful: { vi: 'Chưa chắc.' } }),
      field: 'doubtful.en',
      says: 'expected string',
    },
    {
      title: 'a day that is none',
      change: (guide) => ({ ...guide, validFrom: '2026-02-30' }),
      field: 'validFrom',
      says: 'ISO date',
    },
    {
      title: 'a review before its first day',
      change: (guide) => ({ ...guide, reviewBy: '2020-01-01' }),
      field: 'reviewBy',
      says: 'must not lie before validFrom',
    },
    {
      title: 'a field that nobody knows',
      change: (guide) => ({ ...guide, video: 'x.mp4' }),
      field: '',
      says: '"video"',
    },
  ];

  test.each(faults)('$title', ({ change, field, says }) => {
    const file = join(folder, 'vssid-mat-khau.json');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, JSON.stringify(change(guideSchema.parse(JSON.parse(before)))));
    const message = messageOf(() => readGuides(folder, topics));
    writeFileSync(file, before);
    expect(message).toContain(file);
    expect(message).toContain(says);
    if (field !== '') expect(message).toContain(`at ${field}\n`.trimEnd());
  });

  test('a file that is no JSON', () => {
    const file = join(folder, 'hong.json');
    writeFileSync(file, '{ "id": ');
    const message = messageOf(() => readGuides(folder, topics));
    rmSync(file);
    expect(message).toContain(file);
    expect(message).toMatch(/JSON/);
  });

  test('a folder that is not there', () => {
    expect(messageOf(() => readGuides(join(folder, 'khong-co'), topics))).toContain('khong-co');
  });

  test('and the folder as it shipped is read', () => {
    expect(readGuides(folder, topics).guides).toHaveLength(7);
  });
});

const release = readGuides(shipped, topics);
const shelf = new GuideShelf(release, figures, words);

describe.each(release.guides.map((guide) => ({ id: guide.id, guide })))('the guide $id', ({ id, guide }) => {
  test.each(['2026-11-21', '2027-01-01'])(
    'is told in both languages on %s, every text within its length',
    (day) => {
      for (const locale of locales) {
        const told = shelf.find(id, locale, day);
        const texts = [
          ...(told?.steps.map(({ text }) => text) ?? []),
          ...(told?.caution === undefined ? [] : [told.caution]),
        ];
        expect(told?.steps).toHaveLength(guide.steps.length);
        expect(
          texts.filter((text) => text.length > longestText || /\{\{|\}\}|undefined|NaN/.test(text)),
        ).toEqual([]);
        expect(texts.filter((text) => text !== text.normalize('NFC'))).toEqual([]);
      }
    },
  );

  test('writes the hotline and the figures of the law as references', () => {
    const templates = [
      ...guide.steps.map(({ text }) => text),
      ...(guide.doubtful === null ? [] : [guide.doubtful]),
    ];
    const literal = /1900|\d+\s*(?:đ|%|tháng|ngày|months?|(?:working )?days?)(?!\p{L})/iu;
    const found = templates.flatMap(({ vi, en }) => [vi, en]).filter((text) => literal.test(text));
    expect(found).toEqual([]);
  });

  test('tells in its steps or its doubt where to ask when a screen is another', () => {
    const asks = [
      ...guide.steps.map(({ text }) => text),
      ...(guide.doubtful === null ? [] : [guide.doubtful]),
    ];
    for (const locale of locales)
      expect(asks.some((text) => text[locale].includes('{{ hotline }}'))).toBe(true);
  });

  test('belongs to its answers', () => {
    for (const topic of guide.topics) expect(shelf.forTopic(topic, 'vi', today)?.id).toBe(id);
  });
});

describe('the guides together', () => {
  test('are told apart by their titles', () => {
    for (const locale of locales) {
      const titles = shelf.list(locale, today).map(({ title }) => title.toLowerCase());
      expect(new Set(titles).size).toBe(titles.length);
    }
  });

  test('speak of what is doubtful: only showing the card on VNeID is not', () => {
    const sure = shelf.list('vi', today).filter(({ caution }) => caution === undefined);
    expect(sure.map(({ id }) => id)).toEqual(['vneid-the-bhyt']);
  });

  test('an answer without one has none, and neither has an unknown id', () => {
    expect(shelf.forTopic('tn-tuoi-huu', 'vi', today)).toBeUndefined();
    expect(shelf.find('khong-co', 'vi', today)).toBeUndefined();
    expect(shelf.picture('../parameters.json')).toBeUndefined();
  });
});

describe('a guide and its days', () => {
  const [guide] = release.guides;
  if (guide === undefined) throw new Error('There is no guide.');
  const dated: Guide = { ...guide, doubtful: null, validFrom: '2026-11-21', reviewBy: '2027-06-30' };
  const one = new GuideShelf({ ...release, guides: [dated] }, figures, words);

  test.each([
    ['2026-11-20', false],
    ['2026-11-21', true],
    ['2026-11-22', true],
  ])('begins on its first day: on %s it is told: %p', (day, isTold) => {
    expect(one.find(guide.id, 'vi', day) !== undefined).toBe(isTold);
    expect(one.list('vi', day)).toHaveLength(isTold ? 1 : 0);
  });

  test.each([
    ['2027-06-29', false],
    ['2027-06-30', false],
    ['2027-07-01', true],
  ])('says when its review is overdue: on %s %p', (day, isOverdue) => {
    const caution = one.find(guide.id, 'vi', day)?.caution;
    if (isOverdue) expect(caution).toContain('30/06/2027');
    else expect(caution).toBeUndefined();
  });

  test('is not told with a figure that has no value', () => {
    const [first, ...rest] = dated.steps;
    if (first === undefined) throw new Error('It has no step.');
    const unknown = { ...first, text: { vi: 'Chờ {{ no.such.figure }} ngày.', en: 'Wait.' } };
    const broken = new GuideShelf(
      { ...release, guides: [{ ...dated, steps: [unknown, ...rest] }] },
      figures,
      words,
    );
    expect(broken.find(guide.id, 'vi', today)).toBeUndefined();
    expect(broken.forTopic(guide.topics[0] ?? '', 'vi', today)).toBeUndefined();
  });
});

describe('the pictures', () => {
  const mostBytes = 4_096;
  const smallestLetters = 14;
  const elements = ['svg', 'title', 'g', 'rect', 'circle', 'path', 'text'];

  test('are all used', () => {
    const used = new Set(release.guides.flatMap(({ steps }) => steps.map(({ picture }) => picture)));
    expect([...release.pictures.keys()].filter((file) => !used.has(file))).toEqual([]);
  });

  test.each([...release.pictures])(
    '%s is small, has a title, and holds nothing but shapes and words',
    (file, svg) => {
      expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(mostBytes);
      expect(svg).toMatch(
        /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 320 240" width="320" height="240"/,
      );
      expect(svg).toMatch(/<title>[^<>]*\p{L}{2}[^<>]*<\/title>/u);
      const found = [...svg.matchAll(/<([!?a-zA-Z][\w:-]*)/g)].map(([, name]) => name);
      expect({ file, other: found.filter((name) => !elements.includes(name ?? '')) }).toEqual({
        file,
        other: [],
      });
      expect(svg).not.toMatch(/\son\w+\s*=|href|url\(|style|@import|javascript:|data:|&(?!amp;|lt;|gt;)/i);
      expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/\/\/|1900/);
      const sizes = [...svg.matchAll(/font-size="(\d+)"/g)].map(([, size]) => Number(size));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(smallestLetters);
    },
  );
});

function withStep(guide: Guide, change: Readonly<Record<string, unknown>>): unknown {
  return { ...guide, steps: guide.steps.map((step, at) => (at === 1 ? { ...step, ...change } : step)) };
}

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'nothing was thrown';
}
