export { logIn, type Account, type LogInResult } from './logIn.js';
export {
  changeAccount,
  changeOwnPassword,
  createAccount,
  ensureFirstAdministrator,
  listAccounts,
  resetPassword,
  type AccountSummary,
} from './manageAccounts.js';
export { minPasswordLength } from './password.js';
export { endSession, findSession } from './sessions.js';
