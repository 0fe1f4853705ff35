import { splitWords, type Word } from './words.js';

const LONGEST = 600;
const MOST = 4;

/** What ends a sentence, and what only ends a clause. */
const SENTENCE_END = new Set(['?', '!', '.', ';', '…']);
const CLAUSE_END = new Set([',', ':', '-', '–', '+', '&', '/']);
/** What may join two questions. */
const JOINTS: readonly (readonly string[])[] = [
  'va cho hoi them',
  'voi cho hoi them',
  'cho hoi them',
  'hoi them',
  'voi lai',
  'roi thi',
  'ngoai ra',
  'dong thoi',
  'the con',
  'vay con',
  'va con',
  'va',
  'con',
  'roi',
  'voi',
  'and also',
  'and',
  'also',
].map((phrase) => phrase.split(' '));

const ASKS =
  /\b(?:bao nhieu|bao nhiu|bao lau|bao gio|khi nao|chung nao|luc nao|ngay nao|nam nao|cho nao|loai nao|cai nao|muc nao|cach nao|the nao|nhu nao|ra sao|lam sao|vi sao|tai sao|thi sao|o dau|may (?:tuoi|thang|nam|tien|nguoi|phan tram|lan|ngay|loai|cach)|la gi|duoc gi|loi gi|can gi|gom gi|giay to gi|lam gi|mat gi|gi khong|bn|nhung gi|co phai|phai chang|dau)\b/;
const ASKS_IN_ENGLISH =
  /^(?:so |and |also |but |please )*(?:how|what|when|where|why|which|who|can|could|do|does|did|is|are|will|would|should|may)\b|\b(?:how (?:much|many|long|old|do|can)|what (?:is|are|happens|do))\b/;
/** "… không", "… chưa" at the end, polite words after it left out. */
const ASKS_AT_END =
  /\b(?:khong|ko|k|hong|hok|hem|chua|chang|a|gi|sao|nao|dau|ha)(?: (?:a|ah|vay|ad|em|ha|nhi|the|ban|anh|chi|oi|z|shop|nua))*$/;
/** "gì cũng được", "không biết", "chưa có" and the like tell, and ask nothing. */
const TELLS =
  /\b(?:gi|nao|dau|bao nhieu|ai) cung\b|\bcai gi do\b|^(?:toi |em |minh |tui )?(?:khong|ko|chua) (?:biet|hieu|ro|nho|co|muon|can)\b(?!.*\b(?:khong|ko|gi|sao|bao nhieu|o dau|the nao)$)/;
/** Words that say nothing of what is asked. */
const EMPTY = new Set(
  'thi la co duoc a ah ad oi em anh chi toi tui minh con chau ban va cho hoi xin muon biet vay the nua luon roi khong ko k hong chua gi sao nao dau o bao nhieu gio lau khi may bn nhi ha da dang se can phai bi nay do ay nhe voi ve thang nam tien mot 1 how what when where why which who can could do does did is are will would should may i my me the a an it to of for much many long'.split(
    ' ',
  ),
);

/**
 * The questions of one message, each with what leads up to it, in their order: "đóng bao nhiêu, bao giờ được lương hưu và có được rút
 * không" has three. One that asks nothing by itself ("ở đâu") stays with the question before it. A message with one question, or
 * none, comes back whole. At most four; what follows the fourth stays with it.
 */
export function splitQuestions(text: string): readonly string[] {
  const whole = text.trim();
  if (whole.length > LONGEST) return [whole];
  // Who writes below one another asks one after the other.
  const message = splitWords(whole.replace(/\s*\n\s*/g, '; '));
  const clauses = clausesOf(message.words);
  const questions: Word[][] = [];
  let leadIn: Word[] = [];
  for (const clause of clauses) {
    const last = questions.at(-1);
    const asks = isQuestion(clause);
    if (asks && hasMatter(clause)) {
      questions.push([...leadIn, ...clause]);
      leadIn = [];
    } else if (asks && leadIn.length > 0 && hasMatter([...leadIn, ...clause]) && !isQuestion(leadIn)) {
      questions.push([...leadIn, ...clause]);
      leadIn = [];
    } else if (asks && last !== undefined) last.push(...clause);
    else leadIn.push(...clause);
  }
  const last = questions.at(-1);
  if (last === undefined || questions.length < 2) return [whole];
  last.push(...leadIn);
  const first = questions.slice(0, MOST - 1);
  const rest = questions.slice(MOST - 1).flat();
  return [...first, ...(rest.length === 0 ? [] : [rest])].map((words) => spanOf(message.text, words));
}

/** Whether words ask something, as far as their form tells: "bao nhiêu", "… không", "how much". */
export function asksSomething(text: string): boolean {
  const { words } = splitWords(text);
  return isQuestion(words) && hasMatter(words);
}

/** Cut at marks; at joints only where both sides ask. */
function clausesOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const clauses: Word[][] = [];
  let open: Word[] = [];
  const close = (): void => {
    if (open.length > 0) clauses.push(open);
    open = [];
  };
  for (const [at, word] of words.entries()) {
    if (word.kind === 'mark') {
      if (SENTENCE_END.has(word.raw)) {
        // The mark of a question belongs to it.
        if (word.raw === '?') open.push(word);
        close();
      } else if (CLAUSE_END.has(word.raw) && !isWithinNumber(words, at)) close();
      continue;
    }
    if (jointAt(words, at) && isQuestion(open) && hasMatter(open) && asksAfter(words, at)) close();
    open.push(word);
  }
  close();
  return clauses;
}

function isWithinNumber(words: readonly Word[], at: number): boolean {
  const mark = words[at];
  return mark?.glued === true && words[at + 1]?.glued === true;
}

function jointAt(words: readonly Word[], at: number): boolean {
  return JOINTS.some((joint) => joint.every((part, index) => words[at + index]?.text === part));
}

/** Whether what follows a joint, up to the next mark or joint, asks something of its own. */
function asksAfter(words: readonly Word[], at: number): boolean {
  const rest = words.slice(at + 1);
  const end = rest.findIndex(({ kind }) => kind === 'mark');
  const clause = end < 0 ? rest : rest.slice(0, end);
  return isQuestion(clause) && hasMatter(clause);
}

function isQuestion(words: readonly Word[]): boolean {
  if (words.at(-1)?.raw === '?') return true;
  const said = words
    .filter(({ kind }) => kind !== 'mark')
    .map(({ text }) => text)
    .join(' ');
  const raw = words.map((word) => word.raw).join(' ');
  if (TELLS.test(said)) return false;
  return ASKS.test(said) || ASKS_AT_END.test(said) || ASKS_IN_ENGLISH.test(raw);
}

function hasMatter(words: readonly Word[]): boolean {
  // "thẻ" unmarked is also "thế".
  return words.some(({ kind, text, raw }) => kind === 'word' && (raw === 'thẻ' || !EMPTY.has(text)));
}

function spanOf(text: string, words: readonly Word[]): string {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return '';
  return text.slice(first.start, last.end).replace(/^(?:và|va|còn|rồi|and)\s+/iu, '');
}
