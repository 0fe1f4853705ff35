import type { Words } from './boot.js';
import type { Composer } from './Composer.js';
import { create, find } from './dom.js';

/** Writes down what is said, where the browser can; no button otherwise. It never sends: the citizen reads it first. */
export class Dictation {
  private readonly button = find('dictate', HTMLButtonElement);
  private readonly note = create('p', 'counter');
  private running: Recognition | undefined;

  constructor(
    private readonly composer: Composer,
    private readonly words: Words,
    private readonly language: string,
  ) {
    const Recogniser = findRecogniser();
    if (Recogniser === undefined) return;
    this.note.setAttribute('role', 'status');
    this.button.after(this.note);
    this.button.hidden = false;
    this.button.onclick = () => {
      if (this.running === undefined) this.start(new Recogniser());
      else this.running.stop();
    };
  }

  private start(recognition: Recognition): void {
    const before = this.composer.text;
    let heard = '';
    recognition.lang = this.language;
    recognition.interimResults = true;
    recognition.onresult = ({ results }) => {
      heard = Array.from(results, (result) => result[0]?.transcript ?? '').join('');
      this.composer.fill(`${before} ${heard}`.trim());
    };
    recognition.onend = () => this.show(undefined, heard.trim() === '' ? this.words('dictateFailed') : '');
    recognition.onerror = () => undefined;
    try {
      recognition.start();
      this.show(recognition, this.words('dictating'));
    } catch {
      this.show(undefined, this.words('dictateFailed'));
    }
  }

  private show(running: Recognition | undefined, note: string): void {
    this.running = running;
    this.button.setAttribute('aria-pressed', String(running !== undefined));
    this.note.textContent = note;
  }
}

/** As much of the browser's SpeechRecognition as is used; the type library doesn't know it. */
interface Recognition {
  lang: string;
  interimResults: boolean;
  onresult:
    ((event: { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }) => void) | null;
  onend: (() => void) | null;
  onerror: (() => void) | null;
  start(): void;
  stop(): void;
}

function findRecogniser(): (new () => Recognition) | undefined {
  const found: unknown =
    Reflect.get(window, 'SpeechRecognition') ?? Reflect.get(window, 'webkitSpeechRecognition');
  return isRecogniser(found) ? found : undefined;
}

function isRecogniser(value: unknown): value is new () => Recognition {
  return typeof value === 'function';
}
