import {
  lookClass,
  lookCookie,
  lookCookieAgeS,
  lookText,
  parseLook,
  type Look,
} from '../../src/http/page/Look.js';
import { find } from './dom.js';

/** The panel behind the header's button. Look changes here and now, also without a network; the rest is the server's. */
export class Settings {
  private readonly details = find('settings', HTMLDetailsElement);
  private readonly install = find('install', HTMLButtonElement);

  constructor(private readonly isShared: boolean) {
    // A page that came from the device shows the usual choice until here.
    this.mark(readLook());
    this.details.addEventListener('click', (event) => this.pressed(event));
    document.addEventListener('click', ({ target }) => {
      if (target instanceof Node && !this.details.contains(target)) this.details.open = false;
    });
    document.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || !this.details.open) return;
      this.details.open = false;
      this.details.querySelector('summary')?.focus();
    });
    window.addEventListener('beforeinstallprompt', (event) => this.offerInstall(event));
  }

  private pressed(event: MouseEvent): void {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button === null || (button.name !== 'size' && button.name !== 'contrast')) return;
    event.preventDefault();
    const look = readLook();
    const [size, contrast] =
      button.name === 'size' ? [button.value, look.contrast] : [look.size, button.value];
    this.apply(parseLook(`${size}.${contrast}`));
  }

  private apply(look: Look): void {
    document.documentElement.className = lookClass(look);
    const age = this.isShared ? '' : `; Max-Age=${lookCookieAgeS}`;
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    document.cookie = `${lookCookie}=${lookText(look)}; Path=/; SameSite=Lax${age}${secure}`;
    this.mark(look);
  }

  private mark(look: Look): void {
    for (const name of ['size', 'contrast'] as const) {
      for (const button of this.details.querySelectorAll<HTMLButtonElement>(`button[name=${name}]`)) {
        button.setAttribute('aria-pressed', String(button.value === look[name]));
      }
    }
  }

  private offerInstall(event: Event): void {
    if (this.isShared || !isInstallPrompt(event)) return;
    event.preventDefault();
    this.install.hidden = false;
    this.install.onclick = () => {
      this.install.hidden = true;
      void event.prompt();
    };
  }
}

/** Chromium's offer to install the page; other browsers have their own menu for it. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

function isInstallPrompt(event: Event): event is InstallPrompt {
  return 'prompt' in event && typeof event.prompt === 'function';
}

/** The cookie is the one place where the look is kept; the server reads it too. */
function readLook(): Look {
  const found = document.cookie.split('; ').find((one) => one.startsWith(`${lookCookie}=`));
  return parseLook(found?.slice(lookCookie.length + 1));
}
