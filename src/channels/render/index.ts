export { plainTextOnly, type Buttons, type Capabilities } from './Capabilities.js';
export { labelChoices, marksOfChoices, type LabelledChoices } from './labelChoices.js';
export { writeMarkup } from './markup.js';
export { renderMessage, type Button, type Rendered, type RenderInput } from './renderMessage.js';
export { splitText } from './splitText.js';
export { escapeHtml } from './markup.js';
export { offersPhone } from './offersPhone.js';
