import { toFailure } from '../api/ApiFailure.js';
import type { Account, Role } from '../api/records.js';
import { useFailureText } from '../common/useFailureText.js';
import { useSave } from '../common/useSave.js';
import { useWords } from '../common/useWords.js';

type AccountChange = Partial<{ readonly name: string; readonly role: Role; readonly disabled: boolean }>;

/** Saves a change of an account; answers undefined, or the words for what went wrong. */
export function useSaveAccount(account: Account): {
  readonly saving: boolean;
  readonly save: (change: AccountChange) => Promise<string | undefined>;
} {
  const words = useWords();
  const failureText = useFailureText();
  const [saveRecord, saving] = useSave('accounts');
  const save = async (change: AccountChange): Promise<string | undefined> => {
    const { name, role, disabled } = { ...account, ...change };
    try {
      await saveRecord({ id: account.id, data: { name, role, disabled }, previousData: account });
      return undefined;
    } catch (error) {
      return toFailure(error).code === 'last_admin' ? words('accounts.lastAdmin') : failureText(error);
    }
  };
  return { saving, save };
}
