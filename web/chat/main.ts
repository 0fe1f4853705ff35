import './chat.css';
import { startChat } from './startChat.js';

try {
  startChat();
} catch (error) {
  backToForms();
  throw error;
}

/** A browser that can't run the script still has the page's plain forms: copies of them know nothing of the script. */
function backToForms(): void {
  for (const form of document.querySelectorAll('form')) form.replaceWith(form.cloneNode(true));
}
