/** Vietnamese as people write it: the only door of this room. Pure: no clock, no random source, no files. */
export { amountInWords } from './amountInWords.js';
export { cleanText, foldText, stripMarks } from './foldText.js';
export { fromEnglish } from './fromEnglish.js';
export { isSyllable, repairWord } from './syllable.js';
export { lately } from './lately.js';
export { maskNames } from './maskNames.js';
export { lexiconSchema, parseLexicon, type Lexicon } from './lexicon.js';
export { normaliseText, type NormalisedText, type WordRepair } from './normaliseText.js';
export { plainText } from './words.js';
export type { None, Range, Reading, Unclear, UnclearReason, Value } from './Reading.js';
export { wishesAssistant } from './wishesAssistant.js';
export { readAge } from './readAge.js';
export { readBirth, type Birth, type BirthReading } from './readBirth.js';
export { readCallTime, type CallTimeReading, type PartOfDay } from './readCallTime.js';
export { readChoice, type Choice, type ChoiceReading } from './readChoice.js';
export { readCommand, type Command, type CommandReading } from './readCommand.js';
export { readCorrection, type CorrectionReading } from './readCorrection.js';
export { readGroups, type GroupsReading, type SupportGroup } from './readGroups.js';
export { readGuideStep, type GuideStepReading } from './readGuideStep.js';
export { asksStepByStep, wishesGuide } from './readGuideWish.js';
export { readHousehold, type Covered, type Household, type HouseholdReading } from './readHousehold.js';
export { readIntent, type Intent, type IntentReading } from './readIntent.js';
export { readLocality, type Locality, type LocalityReading } from './readLocality.js';
export { readMode, type ModeReading, type ModeValue, type PaymentMode } from './readMode.js';
export { readMoney, type MoneyReading, type Per } from './readMoney.js';
export { readMonths, readYears } from './readMonths.js';
export { readMonthSpan, type MonthSpan, type MonthSpanReading } from './readMonthSpan.js';
export { readName, type NameReading } from './readName.js';
export { readPhone, type PhoneProblem, type PhoneReading } from './readPhone.js';
export { readProduct, type Product, type ProductReading } from './readProduct.js';
export { readSex, type Sex, type SexReading } from './readSex.js';
export { readWithdrawal, type WithdrawalReading } from './readWithdrawal.js';
export { readYesNo, type YesNoReading } from './readYesNo.js';
export { asksSomething, splitQuestions } from './splitQuestions.js';
export {
  findPersonalIds,
  maskPersonalData,
  type PersonalId,
  type PersonalIdKind,
  type PersonalIdOptions,
} from './personalData.js';
