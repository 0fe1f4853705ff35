import { deflateSync, inflateSync } from 'node:zlib';
import { z } from 'zod';
import { Learned, type LearnedByLocale, type LearnedState, type Weights } from '../faq/index.js';

const weights = z.object({ classes: z.int().min(1), features: z.int().min(0), values: z.int().min(0) });
const state = z.object({
  topics: z.array(z.string()),
  features: z.array(z.string()),
  topicWeights: weights,
  foreignWeights: weights,
  mannerWeights: weights,
});
const headerSchema = z.object({ digest: z.string(), states: z.object({ vi: state, en: state }) });
const LENGTH_BYTES = 4;
const NUMBER_BYTES = 4;

/** What was learnt as the bytes of a file: a header that tells of which sources, then the weights, packed together. */
export function encodeLearned(learned: LearnedByLocale, digest: string): Buffer {
  const states = { vi: learned.vi.state(), en: learned.en.state() };
  const sizesOf = ({ classes, sizes, values }: Weights): z.infer<typeof weights> => ({
    classes,
    features: sizes.length,
    values: values.length,
  });
  const headerOf = (one: LearnedState): z.infer<typeof state> => ({
    topics: [...one.topics],
    features: [...one.features],
    topicWeights: sizesOf(one.topicWeights),
    foreignWeights: sizesOf(one.foreignWeights),
    mannerWeights: sizesOf(one.mannerWeights),
  });
  const header = Buffer.from(
    JSON.stringify({ digest, states: { vi: headerOf(states.vi), en: headerOf(states.en) } }),
  );
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(header.length);
  const lists = [states.vi, states.en]
    .flatMap(({ topicWeights, foreignWeights, mannerWeights }) => [
      topicWeights,
      foreignWeights,
      mannerWeights,
    ])
    .flatMap(({ sizes, ids, values }) => [sizes, ids, values]);
  const bytes = lists.map((list) => Buffer.from(list.buffer, list.byteOffset, list.byteLength));
  return deflateSync(Buffer.concat([length, header, ...bytes]));
}

/** Reads the bytes again; undefined for bytes of other sources, of an earlier form, or damaged ones: it is then learnt anew. */
export function decodeLearned(bytes: Uint8Array, digest: string): LearnedByLocale | undefined {
  try {
    const content = inflateSync(bytes);
    const listsAt = LENGTH_BYTES + content.readUInt32LE(0);
    const header = headerSchema.parse(JSON.parse(content.toString('utf8', LENGTH_BYTES, listsAt)));
    if (header.digest !== digest) return undefined;
    // Copied, because numbers must lie on a multiple of their size.
    const numbers = new Uint8Array(content.subarray(listsAt)).buffer;
    let at = 0;
    const take = (count: number): number => {
      at += count * NUMBER_BYTES;
      return at - count * NUMBER_BYTES;
    };
    const read = ({ classes, features, values }: z.infer<typeof weights>): Weights => ({
      classes,
      sizes: new Int32Array(numbers, take(features), features),
      ids: new Int32Array(numbers, take(values), values),
      values: new Float32Array(numbers, take(values), values),
    });
    const restore = (one: z.infer<typeof state>): Learned =>
      Learned.restore({
        ...one,
        topicWeights: read(one.topicWeights),
        foreignWeights: read(one.foreignWeights),
        mannerWeights: read(one.mannerWeights),
      });
    return { vi: restore(header.states.vi), en: restore(header.states.en) };
  } catch {
    return undefined;
  }
}
