import { describe, expect, test } from '@jest/globals';
import { KnownConversations } from '../../src/turn/KnownConversations.js';

const createdAt = Date.parse('2026-11-23T08:00:00Z');

describe('what a process knows of a conversation', () => {
  test.each([
    { store: 6, moving: false, guess: undefined, why: 'another process writes to it' },
    { store: 6, moving: true, guess: 4, why: 'a turn of our own was committed, and has not told us yet' },
    { store: 4, moving: false, guess: 4, why: 'somebody just held it' },
    { store: 2, moving: false, guess: 4, why: 'the store is not ahead of us' },
  ])('known up to 4, $store in the store: $why', ({ store, moving, guess }) => {
    const known = new KnownConversations(() => moving);
    known.set('c', { lastSeq: 4, createdAt });
    known.correct('c', store);
    expect(known.get('c')?.lastSeq).toBe(guess);
  });

  test('a turn that tells late of what it said does not take back what came in since', () => {
    const known = new KnownConversations();
    known.set('c', { lastSeq: 1, createdAt });
    known.set('c', { lastSeq: 4, createdAt });
    known.advance('c', 3);
    expect(known.get('c')?.lastSeq).toBe(4);
    known.advance('c', 5);
    expect(known.get('c')).toMatchObject({ lastSeq: 5, createdAt });
  });

  test('one that others write to is looked up from then on, whatever is said in it here', () => {
    const known = new KnownConversations();
    known.set('c', { lastSeq: 1, createdAt });
    known.correct('c', 2);
    known.advance('c', 3);
    known.set('c', { lastSeq: 4, createdAt });
    expect(known.get('c')).toBeUndefined();
  });
});
