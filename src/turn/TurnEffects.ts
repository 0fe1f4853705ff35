import type { LeadDesk, PersonalData } from '../../dialogs/index.js';
import { newReference, type LeadDraft } from '../leads/index.js';

/** What a turn wants done beside its replies. Collected while the dialogs run, written in the turn's transaction. */
export class TurnEffects {
  readonly leads: LeadDesk;
  readonly personal: PersonalData;

  opened: Readonly<{ draft: LeadDraft; reference: string }> | undefined;
  withdrawn = false;
  holdsPersonal = false;
  erasesPersonal = false;

  constructor(countConsented: () => Promise<number>) {
    this.leads = {
      open: (draft) => {
        if (this.opened !== undefined) throw new Error('One message opens one lead at most.');
        const reference = newReference();
        this.opened = { draft, reference };
        return { reference };
      },
      withdraw: async () => {
        this.withdrawn = true;
        this.erasesPersonal = true;
        return countConsented();
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
  }
}
