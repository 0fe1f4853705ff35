import { stripMarks } from './foldText.js';
import { splitWords } from './words.js';

/** What a person asks of the conversation itself. */
export type Command =
  | 'cancel' | 'back' | 'restart' | 'person' | 'help' | 'english' | 'vietnamese' | 'delete_data' | 'more' | 'why' | 'skip';

export type CommandReading = { readonly status: 'value'; readonly value: Command } | { readonly status: 'none' };

const POLITE = new Set('a ah da vang nhe nha nhen di oi ad ban em anh chi voi cho giup dum gium ho luon nua thoi nao ne hen please dung vui long xin hay muon can duoc khong ko toi minh tui'.split(' '));

const COMMANDS: Readonly<Record<Command, readonly string[]>> = {
  cancel: [
    'dung', 'dung lai', 'huy', 'huy bo', 'thoat', 'thoat ra', 'ngung', 'ngung lai', 'stop', 'cancel', 'quit', 'exit', 'ket thuc', 'bo qua het', 'khong lam nua', 'khong tinh nua', 'khong hoi nua', 'toi muon dung', 'dung o day', 'nghi', 'huy di', 'stop it', 'thoi dung', 'thoi khong can', 'ko lam nua', 'khong can nua', 'thoi khong lam nua', 'dung tro chuyen', 'end',
  ],
  back: [
    'quay lai', 'tro lai', 'lui', 'lui lai', 'back', 'quay ve', 'buoc truoc', 'cau truoc', 'tro ve', 'quay lai buoc truoc', 'tro lai cau truoc', 'lui mot buoc', 'go back', 'previous', 'quay lui', 'ql', 'quay lai cau truoc', 'lui 1 buoc', 've truoc', 'tro lai buoc truoc',
  ],
  restart: [
    'lam lai', 'lam lai tu dau', 'bat dau lai', 'tu dau', 'lai tu dau', 'restart', 'start over', 'reset', 've dau', 'quay lai tu dau', 'menu', 'trang chu', 'bat dau', 'start', 'lam moi', 'hoi lai tu dau', 'tinh lai tu dau', 've menu', 'quay lai menu', 'menu chinh', 'cuoc tro chuyen moi', 'new', 'bat dau lai tu dau', 'lam lai het', 'lam lai tu dau di',
  ],
  person: [
    'gap nguoi', 'gap can bo', 'gap nhan vien', 'noi chuyen voi nguoi', 'noi chuyen voi can bo', 'noi chuyen voi nhan vien', 'gap tu van vien', 'gap nguoi that', 'noi chuyen voi nguoi that', 'chat voi nguoi that', 'chat voi nhan vien', 'chat voi can bo', 'can bo', 'nguoi that', 'tu van vien', 'nhan vien', 'noi chuyen truc tiep', 'ket noi can bo', 'chuyen can bo', 'chuyen cho can bo', 'chuyen nhan vien', 'chuyen may cho can bo', 'gap ai do', 'person', 'human', 'agent', 'talk to a person', 'talk to human', 'talk to a human', 'talk to someone', 'speak to a person', 'real person', 'officer', 'gap nguoi tu van', 'noi chuyen voi nguoi tu van', 'muon gap nguoi', 'khong noi chuyen voi may', 'gap truc tiep can bo', 'cho toi gap can bo', 'cho gap nguoi', 'cho em gap can bo', 'toi muon gap can bo', 'toi muon gap nguoi', 'toi muon noi chuyen voi nguoi that', 'toi can gap nguoi that', 'gap tong dai vien', 'gap tong dai',
  ],
  help: ['tro giup', 'giup', 'giup do', 'giup toi', 'help', 'huong dan', 'huong dan su dung', 'cach dung', 'giup voi', 'can giup', 'cuu', 'lam duoc gi', 'ban lam duoc gi', 'ban giup duoc gi', 'hd', 'dung the nao', 'cach su dung', 'help me', 'tro giup voi'],
  english: ['english', 'tieng anh', 'in english', 'english please', 'noi tieng anh', 'chuyen sang tieng anh', 'chuyen tieng anh', 'eng', 'speak english', 'switch to english', 'dung tieng anh'],
  vietnamese: ['tieng viet', 'vietnamese', 'noi tieng viet', 'chuyen sang tieng viet', 'chuyen tieng viet', 'in vietnamese', 'switch to vietnamese', 'dung tieng viet'],
  delete_data: [
    'xoa so', 'xoa so cua toi', 'xoa so dien thoai', 'xoa so dien thoai cua toi', 'xoa thong tin', 'xoa thong tin cua toi', 'xoa du lieu', 'xoa du lieu cua toi', 'xoa ten toi', 'xoa het thong tin', 'rut lai dong y', 'rut dong y', 'rut lai su dong y', 'khong cho goi nua', 'dung goi nua', 'dung goi toi nua', 'dung luu so toi', 'dung luu so cua toi', 'delete my data', 'delete my number', 'delete my information', 'forget me', 'xoa sdt', 'xoa sdt cua toi', 'xoa so toi', 'xoa so em', 'xoa so cua em', 'xoa het du lieu', 'xoa thong tin ca nhan', 'toi rut lai dong y', 'xoa tren may nay', 'huy dong y', 'remove my number', 'delete my phone number', 'huy so cua toi', 'dung goi dien nua', 'dung goi cho toi nua', 'khong dong y cho goi nua',
  ],
  more: ['xem them', 'them', 'doc them', 'chi tiet', 'xem chi tiet', 'chi tiet hon', 'noi them', 'noi ro hon', 'cu the hon', 'more', 'read more', 'show more', 'tell me more', 'ro hon', 'giai thich them', 'con gi nua', 'con nua khong', 'tiep', 'them thong tin', 'noi ky hon', 'more details', 'them di'],
  why: ['vi sao', 'tai sao', 'sao vay', 'why', 'vi sao vay', 'tai sao vay', 'sao lai the', 'can cu dau', 'can cu', 'theo luat nao', 'luat nao', 'co so nao', 'sao ra so do', 'tinh sao ra', 'tinh the nao ra', 'sao the', 'vi sao the', 'tai sao the', 'tai sao lai the', 'vi sao lai vay', 'sao ra vay'],
  skip: ['bo qua', 'skip', 'qua', 'cau khac', 'khong biet', 'chua biet', 'ko biet', 'k biet', 'khong nho', 'khong ro', 'de sau', 'tinh sau', 'bo qua cau nay', 'khong muon tra loi', 'khong tra loi', 'next', 'bo qua buoc nay', 'hong biet', 'chua ro', 'ko nho', 'ko ro'],
};

const NAMES = ['cancel', 'back', 'restart', 'person', 'help', 'english', 'vietnamese', 'delete_data', 'more', 'why', 'skip'] as const satisfies readonly Command[];

const BY_PHRASE: ReadonlyMap<string, Command> = new Map(
  NAMES.flatMap((command) => COMMANDS[command].map((phrase): [string, Command] => [phrase, command])),
);

/**
 * The command a whole message gives ("dung", "quay lại", "gặp người", "/help"), polite words around it left out. A sentence
 * that only holds such a word ("muốn dừng đóng thì sao") is none.
 */
export function readCommand(text: string): CommandReading {
  if (text.length > 120) return { status: 'none' };
  const { words } = splitWords(text);
  const spoken = words.filter((word) => word.kind !== 'mark');
  // "đúng" (right) and "dùng" (use) are no "dừng" (stop).
  if (spoken.length === 1 && /^(?:đúng|dùng|đứng|ngủng|dụng)$/u.test(spoken[0]?.raw ?? '')) return { status: 'none' };
  for (const form of [spoken.map((word) => stripMarks(word.raw)), spoken.map((word) => word.text)]) {
    const command = BY_PHRASE.get(form.join(' ')) ?? BY_PHRASE.get(trimPolite(form).join(' ')) ?? BY_PHRASE.get(trimEnd(form).join(' '));
    if (command) return { status: 'value', value: command };
  }
  return { status: 'none' };
}

function trimPolite(words: readonly string[]): readonly string[] {
  let from = 0;
  while (from < words.length - 1 && POLITE.has(words[from] ?? '')) from += 1;
  return trimEnd(words.slice(from));
}

function trimEnd(words: readonly string[]): readonly string[] {
  let to = words.length;
  while (to > 1 && POLITE.has(words[to - 1] ?? '')) to -= 1;
  return words.slice(0, to);
}
