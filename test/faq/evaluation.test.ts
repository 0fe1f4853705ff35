import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  ask,
  buildIndex,
  count,
  learn,
  match,
  type Asked,
  type FaqIndex,
  type Question,
} from '../../src/faq/index.js';
import { foldText, plainText, stripMarks } from '../../src/language/index.js';
import { shippedSources } from './sources.js';

const folder = 'test/faq/evaluation';
const questions: readonly Question[] = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line))
  .map(({ q, ...rest }: { q: string } & Omit<Question, 'question'>) => ({ question: q, ...rest }));
const spoken = ['formal', 'plain', 'unaccented', 'slips', 'regional', 'rambling'];
const sources = shippedSources();

let index: FaqIndex;
let asked: readonly Asked[];
beforeAll(() => {
  index = buildIndex(sources, learn(sources));
  asked = ask(index, questions);
});
const inStyle = (style: string): readonly Asked[] => asked.filter((one) => one.style === style);

describe('questions by people who knew neither the wordings nor the matcher', () => {
  test('are many, spread over styles and over every topic', () => {
    expect(questions.length).toBeGreaterThanOrEqual(800);
    for (const style of spoken) expect(inStyle(style).length).toBeGreaterThanOrEqual(100);
    const topics = new Set(questions.flatMap(({ accepted }) => accepted));
    expect(sources.entries.filter(({ id }) => !topics.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test('are no wordings of an answer, however they are marked', () => {
    const wordings = new Set(
      sources.entries.flatMap(({ title, phrasings }) =>
        [title.vi, title.en, ...phrasings.vi, ...phrasings.en].map(plainText),
      ),
    );
    expect(questions.map(({ question }) => question).filter((one) => wordings.has(plainText(one)))).toEqual(
      [],
    );
  });

  test('find their answer: first, among three, without wrong ones', () => {
    const vietnamese = asked.filter(({ locale }) => locale !== 'en');
    const found = count(index, vietnamese);
    expect(found.topOne).toBeGreaterThanOrEqual(0.9);
    expect(found.topThree).toBeGreaterThanOrEqual(0.96);
    expect(found.helped).toBeGreaterThanOrEqual(0.85);
    expect(found.wrongShare).toBeLessThan(0.05);
    expect(found.schemeConfusions.length / vietnamese.length).toBeLessThanOrEqual(0.01);
  });

  test.each(spoken)('in no style less than four of five: %s', (style) => {
    expect(count(index, inStyle(style)).topOne).toBeGreaterThanOrEqual(0.8);
  });

  test('as found on portals and in searches', () => {
    const found = count(index, inStyle('wild'));
    expect(found.topOne).toBeGreaterThanOrEqual(0.8);
    expect(found.topThree).toBeGreaterThanOrEqual(0.92);
    expect(found.helped).toBeGreaterThanOrEqual(0.75);
    expect(found.wrongShare).toBeLessThan(0.08);
  });

  test('about other matters are not answered', () => {
    expect(count(index, inStyle('oos')).outOfScopeAnswered).toBeLessThanOrEqual(0.04);
    expect(count(index, inStyle('oos-near')).outOfScopeAnswered).toBeLessThanOrEqual(0.1);
  });

  test('lose at most three points without their marks', () => {
    const marked = questions.filter(
      ({ question, locale }) => locale !== 'en' && stripMarks(question) !== question,
    );
    const bare = marked.map((one) => ({ ...one, question: stripMarks(one.question) }));
    const [withMarks, without] = [marked, bare].map((list) => count(index, ask(index, list)).topOne);
    expect(Math.abs((withMarks ?? 0) - (without ?? 1))).toBeLessThanOrEqual(0.03);
  });
});

test('every decision explains itself', () => {
  const { why } = match(index, 'bhxh tn moi thang dong bn', 'vi');
  expect(why).toMatchObject({
    read: expect.arrayContaining(['bhxh', 'tu_nguyen']),
    schemes: ['vsi'],
    thresholds: { right: index.calibration.answer, about: index.calibration.about },
  });
  expect(why.concepts.length).toBeGreaterThan(0);
  expect(foldText(why.read.join(' '))).toBe(why.read.join(' '));
  expect(match(index, 'cho em gặp cán bộ', 'vi').why.reason).toBe('asks_for_person');
  expect(match(index, 'thời tiết hôm nay thế nào', 'vi').why.reason).toBe('other_matter');
  expect(match(index, 'bhyt', 'vi').why.reason).toBe('names_topic_only');
});
