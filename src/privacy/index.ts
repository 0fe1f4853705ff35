export { guardMasterKey } from './guardMasterKey.js';
export { createCipher, type Cipher } from './cipher.js';
export { loadMasterKey } from './masterKey.js';
