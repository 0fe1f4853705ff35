import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { TermIndex, TermNumbers } from '../../src/faq/TermIndex.js';

const boosts = [1, 2, 0.3];
const term = fc.constantFrom(...'abcdefghij');
const fields = fc.tuple(...boosts.map(() => fc.array(term, { minLength: 1, maxLength: 12 })));
type Fields = readonly (readonly string[])[];

function indexOf(documents: readonly Fields[], numbers = new TermNumbers()): TermIndex {
  return TermIndex.of(
    documents.map((document) => numbers.count(document)),
    numbers,
    boosts,
  );
}

/** The same documents in the library whose way of scoring this is. */
function peerOf(documents: readonly Fields[]): MiniSearch<{ id: number }> {
  const names = boosts.map((_, field) => `f${field}`);
  const peer = new MiniSearch<{ id: number }>({ fields: names, tokenize: (text) => text.split(' ') });
  peer.addAll(
    documents.map((document, id) => ({
      id,
      ...Object.fromEntries(names.map((name, field) => [name, document[field]?.join(' ') ?? ''])),
    })),
  );
  return peer;
}

describe('full text', () => {
  test('scores as MiniSearch does, to the last digits', () => {
    fc.assert(
      fc.property(
        fc.array(fields, { minLength: 1, maxLength: 20 }),
        fc.array(term, { minLength: 1, maxLength: 8 }),
        (documents, question) => {
          const boost = Object.fromEntries(boosts.map((value, field) => [`f${field}`, value]));
          const theirs = peerOf(documents).search(question.join(' '), { boost, combineWith: 'OR' });
          const found = indexOf(documents).search(question, documents.length);
          expect(found.map(({ id }) => id).toSorted()).toEqual(theirs.map(({ id }) => id).toSorted());
          const scores = new Map(found.map(({ id, score }) => [id, score]));
          for (const { id, score } of theirs) expect(scores.get(id)).toBeCloseTo(score, 9);
        },
      ),
    );
  });

  test('gives the best first, no more than asked for, and nothing for unknown terms', () => {
    const index = indexOf([
      [['a'], ['b'], ['c']],
      [['x', 'a'], ['a'], []],
      [['y'], [], []],
    ]);
    expect(index.search(['a'], 5).map(({ id }) => id)).toEqual([1, 0]);
    expect(index.search(['a'], 1).map(({ id }) => id)).toEqual([1]);
    expect(index.search(['z'], 5)).toEqual([]);
    expect(index.search([], 5)).toEqual([]);
    expect(indexOf([]).search(['a'], 5)).toEqual([]);
  });

  test('goes on answering as it was made when later documents bring new terms', () => {
    const numbers = new TermNumbers();
    const first: Fields = [['a'], ['b'], []];
    const before = indexOf([first], numbers);
    const later = indexOf([first, [['new'], [], []]], numbers);
    expect(before.search(['new'], 5)).toEqual([]);
    expect(before.search(['a'], 5)).toHaveLength(1);
    expect(later.search(['new'], 5).map(({ id }) => id)).toEqual([1]);
  });
});
