import { readStored, type Activity } from './activity.js';
import type { Words } from './boot.js';
import { field, parseJson, textField } from './json.js';

const key = 'an-sinh.kept';
/** No longer than the server holds a name or phone without consent. */
const keptForMs = 24 * 60 * 60_000;
const mostMessages = 60;
/** Answers to these questions say who and where somebody is; the replies that ask the last two repeat it. */
const personalQuestions = ['name', 'phone', 'locality'];
const personalReplies = ['consent', 'confirm'];
const longNumber = /\d(?:[ .-]?\d){8,}(?![ .-]?\d|\s?đ)/;

/** A message with the instant (milliseconds) at which this device took it in. */
type Kept = Activity & { readonly keptAt: string };

/**
 * What was said, kept on this device for a day, so that it can be read without a network. Names and phone numbers never are:
 * messages that hold one leave a mark instead. On a shared device nothing is kept at all.
 */
export class KeptCopy {
  private conversationId: string | undefined;
  private activities: Kept[] = [];

  constructor(
    private readonly words: Words,
    private readonly isShared: boolean,
  ) {}

  /** What this device still knows; empty when that is nothing, too old, or not its business. */
  recall(): readonly Activity[] {
    const stored = this.isShared ? undefined : parseJson(read() ?? '');
    const list = field(stored, 'activities');
    const since = Date.now() - keptForMs;
    this.conversationId = textField(stored, 'conversationId');
    this.activities = (Array.isArray(list) ? list : [])
      .map((one: unknown) => ({ ...readStored(one), keptAt: textField(one, 'keptAt') ?? '' }))
      .filter(({ keptAt }) => Number(keptAt) > since);
    if (this.activities.length === 0) this.clear();
    else this.save();
    return this.activities;
  }

  /** Begins the copy of this conversation; another one's is gone. */
  begin(conversationId: string | undefined): void {
    if (conversationId !== undefined && conversationId === this.conversationId) return;
    this.renew(conversationId);
  }

  /** Begins the copy anew, for the server is about to tell everything: what it erased is erased here. */
  renew(conversationId: string | undefined): void {
    this.clear();
    this.conversationId = conversationId;
  }

  get isEmpty(): boolean {
    return this.activities.length === 0;
  }

  /** Takes in a message that the server told of; in the copy it stands where it stands in the conversation. */
  add(activity: Activity): void {
    const { id } = activity;
    if (this.isShared || activity.type !== 'message' || id === undefined) return;
    if (this.activities.some((known) => known.id === id)) return;
    const later = this.activities.findIndex((known) => (known.id ?? '') > id);
    const place = later === -1 ? this.activities.length : later;
    const isPersonal =
      longNumber.test(activity.text) ||
      (activity.role === 'bot'
        ? personalReplies.includes(activity.expects ?? '')
        : this.questionsBefore(place).some((asked) => personalQuestions.includes(asked)));
    // Nobody should agree to a text that he can't read now.
    const masked = { ...activity, text: this.words('private'), choices: [] };
    const kept = { ...(isPersonal ? masked : activity), keptAt: String(Date.now()) };
    this.activities.splice(place, 0, kept);
    this.activities = this.activities.slice(-mostMessages);
    this.save();
  }

  /** What the bot asked for in its last answer before this place. */
  private questionsBefore(place: number): readonly string[] {
    const before = this.activities.slice(0, place).reverse();
    const answer = before.slice(before.findIndex(({ role }) => role === 'bot'));
    const end = answer.findIndex(({ role }) => role === 'user');
    return answer.slice(0, end === -1 ? answer.length : end).flatMap(({ expects }) => expects ?? []);
  }

  clear(): void {
    this.activities = [];
    try {
      localStorage.removeItem(key);
    } catch {
      // Without storage nothing was kept.
    }
  }

  private save(): void {
    const { conversationId, activities } = this;
    try {
      localStorage.setItem(key, JSON.stringify({ conversationId, activities }));
    } catch {
      // Full or switched off: then there is nothing to read without a network.
    }
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
