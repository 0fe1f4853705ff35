/** Approved answers: finding the one a question asks for, and its words on a day. The only door of this room. Pure. */
export { faqEntry, type FaqEntry, type FaqLocale } from './FaqEntry.js';
export {
  buildIndex,
  learn,
  withLearned,
  type FaqIndex,
  type FaqSources,
  type LearnedByLocale,
} from './FaqIndex.js';
export type { Weights } from './Classifier.js';
export { Learned, type LearnedState } from './Learned.js';
export { calibrate, type CalibrationResult, type CurvePoint } from './calibrate.js';
export { calibrationSchema, type Calibration } from './calibration.js';
export { match, type Candidate, type Decision, type Match, type Reason, type Why } from './match.js';
export { negativesSchema, smalltalkKinds, type Negatives, type SmalltalkKind } from './negatives.js';
export { figuresOf, type FigureSource, type FigureValue } from './FigureSource.js';
export { referencesOf, renderTemplate, type Rendered } from './Renderer.js';
export { renderAnswer, type RenderedAnswer } from './renderAnswer.js';
export { checkEntry, type CheckContext } from './checkEntry.js';
export { checkText } from './checkText.js';
export { checkTexts, type TextsContext } from './checkTexts.js';
export type { Finding, FindingCode } from './Finding.js';
export { checkStyle, type StyleContext } from './checkStyle.js';
export { plainWordsOf, readability, type Readability } from './readability.js';
export { styleSchema, type Style } from './style.js';
export { ask, count, evaluate, isInScope, type Asked, type Evaluation, type Question } from './evaluate.js';
