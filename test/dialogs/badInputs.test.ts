import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { positionSchema } from '../../dialogs/forms/position.js';
import { badInputs } from './badInputs.js';
import { ChatBench, type BenchTalk } from './ChatBench.js';

const longestBubble = 320;
const fewestCases = 60;

let bench: ChatBench;
beforeAll(async () => {
  bench = await ChatBench.open();
});
afterAll(async () => {
  await bench.close();
});

const cases = badInputs.flatMap(({ form, path, inputs }) =>
  inputs.map(([typed, understood]) => ({ form, path, typed, understood, question: path.at(-1) })),
);

describe('an answer that does not fit', () => {
  test('is tried at every question, in enough ways', () => {
    expect(cases.length).toBeGreaterThanOrEqual(fewestCases);
  });

  test.each(cases)('$form, after “$question”: “$typed”', async ({ path, typed, understood }) => {
    const talk = bench.talk();
    const asked = (await talk.sayAll(path)).at(-1);
    const before = valuesOf(talk);

    const [reply, ...more] = await talk.say(typed);
    expect(more).toEqual([]);
    const text = reply?.text ?? '';
    expect(text.endsWith(asked?.text ?? '?')).toBe(true);
    const hint = text.slice(0, -(asked?.text?.length ?? 0));
    expect(hint.replaceAll('\u00a0', ' ')).toContain(understood ?? '“');
    expect(hint).toMatch(/“[^”]+”/);
    expect(text.length).toBeLessThanOrEqual(longestBubble);
    expect(reply?.channelData?.expects).toBe(asked?.channelData?.expects);
    expect(valuesOf(talk)).toEqual(before);

    const again = await talk.say(typed);
    expect(again.map((one) => one.text).join('\n')).toContain('1900 9068');
    expect(again.filter((one) => (one.text?.length ?? 0) > longestBubble)).toEqual([]);
    const last = again.at(-1);
    expect(last?.text).toContain(asked?.text);
    expect((last?.suggestedActions?.actions ?? []).map(({ title }) => title)).toContain('Gặp người');
    expect(valuesOf(talk)).toEqual(before);
  });
});

function valuesOf(talk: BenchTalk): unknown {
  return positionSchema.parse(talk.openPosition).values;
}
