import type { LeadDesk, PersonalData, UnansweredDesk } from '../../dialogs/index.js';
import {
  newReference,
  type ConsentGiven,
  type LeadDraft,
  type OpenLead,
  type Withdrawal,
} from '../leads/index.js';
import { newUnansweredId, type UnansweredQuestion } from '../unanswered/index.js';

/** What a turn may look up while it runs. */
export type LeadLookUp = Readonly<{
  countConsented: (withdrawal: Withdrawal) => Promise<number>;
  findOpen: (draft: LeadDraft) => Promise<OpenLead | undefined>;
  callWithin: number;
  callBy: string | undefined;
}>;

/** What a turn wants done beside its replies. Collected while the dialogs run, written in the turn's transaction. */
export class TurnEffects {
  readonly leads: LeadDesk;
  readonly personal: PersonalData;
  readonly unanswered: UnansweredDesk;

  opened: Readonly<{ draft: LeadDraft; reference: string }> | undefined;
  repeated: Readonly<{ draft: LeadDraft; leadId: string }> | undefined;
  callTime: Readonly<{ reference: string; callTime: string }> | undefined;
  reminders: Readonly<{ reference: string; consent: ConsentGiven }> | undefined;
  withdrawal: Withdrawal | undefined;
  /** Why a look into the store failed while the dialogs ran. */
  lookUpFailure: unknown;
  holdsPersonal = false;
  erasesPersonal = false;
  readonly noted: Readonly<{ id: string; question: UnansweredQuestion }>[] = [];
  readonly settled: string[] = [];

  constructor(lookUp: LeadLookUp) {
    const look = async <T>(work: Promise<T>): Promise<T> =>
      work.catch((error: unknown) => {
        this.lookUpFailure = error;
        throw error;
      });
    this.leads = {
      callWithin: lookUp.callWithin,
      callBy: lookUp.callBy,
      open: async (draft) => {
        if (this.consented) throw new Error('One message opens one lead at most.');
        const held = await look(lookUp.findOpen(draft));
        if (held === undefined) {
          const reference = newReference();
          this.opened = { draft, reference };
          return { status: 'opened', reference };
        }
        this.repeated = { draft, leadId: held.id };
        const { reference, callTime, createdAt: since } = held;
        return { status: 'repeated', reference, callTime, since };
      },
      setCallTime: (reference, callTime) => {
        this.callTime = { reference, callTime };
      },
      agreeToReminders: (reference, consent) => {
        this.reminders = { reference, consent };
      },
      withdraw: async (withdrawal = 'all') => {
        this.withdrawal = withdrawal;
        // Reminders need the number that the lead holds, and no word of the conversation.
        if (withdrawal !== 'reminder') this.erasesPersonal = true;
        return look(lookUp.countConsented(withdrawal));
      },
    };
    this.personal = {
      hold: () => {
        this.holdsPersonal = true;
      },
      erase: () => {
        this.erasesPersonal = true;
      },
    };
    this.unanswered = {
      note: (question) => {
        const id = newUnansweredId();
        this.noted.push({ id, question });
        return id;
      },
      settle: (id) => {
        this.settled.push(id);
      },
    };
  }

  /** Nothing is written but what the conversation itself holds. */
  get onlySpeaks(): boolean {
    return (
      !this.consented &&
      !this.erasesPersonal &&
      this.withdrawal === undefined &&
      this.callTime === undefined &&
      this.reminders === undefined &&
      this.noted.length === 0 &&
      this.settled.length === 0
    );
  }

  /** A consent given in this turn covers the name and number that the conversation holds. */
  get consented(): boolean {
    return this.opened !== undefined || this.repeated !== undefined;
  }
}
