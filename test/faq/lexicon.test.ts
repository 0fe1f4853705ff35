import { describe, expect, test } from '@jest/globals';
import { foldText } from '../../src/language/index.js';
import { shippedSources } from './sources.js';

const { entries, lexicon, negatives } = shippedSources();
const topics = new Set(entries.map(({ id }) => id));

describe('the lexicon that ships', () => {
  test('names only topics there are', () => {
    const named = [...Object.keys(lexicon.wordings), ...lexicon.topics.flatMap((bare) => bare.topics)];
    expect(named.filter((topic) => !topics.has(topic))).toEqual([]);
  });

  test('gives no wording to two topics, nor one that trains the refusal', () => {
    const owners = new Map<string, Set<string>>();
    const add = (text: string, owner: string): void => {
      const words = foldText(text)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      owners.set(words, (owners.get(words) ?? new Set()).add(owner));
    };
    for (const { id, phrasings } of entries)
      [...phrasings.vi, ...phrasings.en].forEach((text) => add(text, id));
    for (const [id, { vi, en }] of Object.entries(lexicon.wordings))
      [...vi, ...en].forEach((text) => add(text, id));
    [...negatives.outOfScope.vi, ...negatives.outOfScope.en].forEach((text) => add(text, 'out of scope'));
    expect(
      [...owners]
        .filter(([words, own]) => words !== '' && own.size > 1)
        .map(([words, own]) => [words, ...own]),
    ).toEqual([]);
  });

  test('explains every concept once', () => {
    const ids = lexicon.concepts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
