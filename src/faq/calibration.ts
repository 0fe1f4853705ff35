import { z } from 'zod';

/** What the probabilities of a decision are made of. */
export const signalNames = [
  'fused',
  'margin',
  'learnt',
  'search',
  'foreignTopic',
  'foreignWords',
  'strength',
  'known',
  'overlap',
  'cued',
  'length',
  'agreed',
  'single',
] as const;
export type SignalName = (typeof signalNames)[number];

const share = z.number().min(0).max(1);
const weights = z.record(z.enum([...signalNames, 'constant']), z.number());

/**
 * How sure the matcher must be before it answers, as data: fitted on questions it was not trained on
 * (`npm run calibrate` prints the curve and writes the file).
 */
export const calibrationSchema = z.strictObject({
  /** Probability of the right topic from which it is answered at once, where insurance is named and where it isn't. */
  answer: share,
  answerUncued: share,
  /** Probability of being about our matters from which a question is answered, and from which topics are offered. */
  about: share,
  offer: share,
  /** A second topic at this share of the first one's score is a tie. */
  nearTie: share,
  /** An entry of the other scheme counts as fitting too from this share of the first one's score. */
  secondScheme: share,
  /** Probability from which a message is small talk. */
  smalltalk: share,
  /** Weights of the signals for either probability. */
  weights: z.strictObject({ right: weights, about: weights }),
});
export type Calibration = z.infer<typeof calibrationSchema>;
export type SignalWeights = Calibration['weights']['right'];
