import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { shippedTestQuestions } from '../../src/content/testQuestions/documents.js';
import { judge } from '../../src/content/testQuestions/judge.js';
import { seedTestQuestions } from '../../src/content/testQuestions/seedTestQuestions.js';
import { foldText } from '../../src/language/index.js';
import { exampleDay } from '../support/testService.js';
import { shippedEntries } from '../faq/sources.js';

const shipped = shippedTestQuestions.parse(JSON.parse(readFileSync('content/test-questions.json', 'utf8')));
const entries = shippedEntries();

describe('the test questions that ship', () => {
  test('expect topics that exist', () => {
    const topics = new Set(entries.map(({ id }) => id)).add('none');
    expect(shipped.filter(({ expected }) => !topics.has(expected))).toEqual([]);
  });

  test('are no wording of an answer and no question of the evaluation, and stand once', () => {
    const wordings = entries.flatMap(({ phrasings }) => [...phrasings.vi, ...phrasings.en]);
    const evaluated = readdirSync('test/faq/evaluation')
      .filter((file) => file.endsWith('.jsonl'))
      .flatMap((file) => readFileSync(`test/faq/evaluation/${file}`, 'utf8').split('\n'))
      .filter((line) => line !== '')
      .map((line) => String(JSON.parse(line).q ?? JSON.parse(line).question));
    expect(evaluated.length).toBeGreaterThan(600);
    const known = new Set([...wordings, ...evaluated].map(foldText));
    expect(shipped.filter(({ question }) => known.has(foldText(question)))).toEqual([]);
    expect(new Set(shipped.map(({ question }) => foldText(question))).size).toBe(shipped.length);
  });
});

describe('judge', () => {
  const asked = { question: 'x', locale: 'vi', expected: 'tn-a' } as const;
  const candidates = ['tn-b', 'tn-c', 'tn-a', 'tn-d'].map((topic) => ({ topic, score: 0.5 }));

  test.each([
    ['answer', 'tn-a', 'right', 'tn-a'],
    ['estimate', 'tn-a', 'right', 'tn-a'],
    ['answer', 'tn-b', 'wrong', 'tn-b'],
    ['clarify', null, 'offered', null],
    ['handoff', null, 'wrong', null],
    ['smalltalk', null, 'wrong', null],
  ] as const)('%s with %s is %s', (decision, topic, result, got) => {
    expect(judge(asked, { decision, topic, candidates })).toEqual({ result, decision, topic: got });
  });

  test('a topic that is the fourth choice is not offered', () => {
    expect(
      judge({ ...asked, expected: 'tn-d' }, { decision: 'clarify', topic: null, candidates }).result,
    ).toBe('wrong');
  });

  test('where nothing should be answered, only handing over is right', () => {
    const none = { ...asked, expected: 'none' };
    expect(judge(none, { decision: 'handoff', topic: null, candidates }).result).toBe('right');
    expect(judge(none, { decision: 'clarify', topic: null, candidates }).result).toBe('wrong');
    expect(judge(none, { decision: 'answer', topic: 'tn-a', candidates }).result).toBe('wrong');
  });
});

describe('a release', () => {
  const question = { question: 'một câu hỏi', locale: 'vi', expected: 'tn-a' } as const;
  const first = seedTestQuestions({ questions: {} }, [question], exampleDay());
  const id = Object.keys(first?.questions ?? {})[0] ?? '';

  test('brings its questions once, and what it expects now where nobody edited', () => {
    expect(first).toBeDefined();
    expect(seedTestQuestions(first ?? { questions: {} }, [question], exampleDay())).toBeUndefined();
    const next = seedTestQuestions(
      first ?? { questions: {} },
      [{ ...question, expected: 'tn-b' }],
      exampleDay(),
    );
    expect(next?.questions[id]?.versions.map((version) => version.question?.expected)).toEqual([
      'tn-a',
      'tn-b',
    ]);
  });

  test.each([[{ ...question, expected: 'tn-c' }], [null]])(
    'leaves an edited question as it is: %j',
    (edited) => {
      const held = first?.questions[id]?.versions ?? [];
      const edit = { version: 2, at: exampleDay().toISOString(), by: 'Ai đó', reason: '', question: edited };
      const document = { questions: { [id]: { versions: [...held, edit] } } };
      expect(seedTestQuestions(document, [{ ...question, expected: 'tn-b' }], exampleDay())).toBeUndefined();
    },
  );
});
