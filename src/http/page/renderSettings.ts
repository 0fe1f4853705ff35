import { contrasts, textSizes } from './Look.js';
import type { FrameView } from './FrameView.js';
import { word } from './renderFrame.js';

export interface SettingsView extends FrameView {
  /** Whether this device is used by several people. */
  readonly isShared: boolean;
  /** Minutes without use after which a shared device forgets. */
  readonly sharedMinutes: number;
  readonly isOpen: boolean;
}

/**
 * The settings behind one button of the header. Each is a submit button of a plain form; the script takes over what it can do
 * without the server. What only a script can do shows itself once that runs.
 */
export function renderSettings(view: SettingsView): string {
  const shared = view.isShared ? 'on' : 'off';
  return `<details id="settings"${view.isOpen ? ' open' : ''}><summary aria-label="${word(view, 'settings')}"><span aria-hidden="true">Aa</span></summary>
<div class="panel"><form method="post" action="/chat/settings">
${group(view, 'size', textSizes, view.look.size)}
${group(view, 'contrast', contrasts, view.look.contrast)}
${group(view, 'shared', ['off', 'on'], shared)}<p class="soft">${word(view, 'sharedNote', { minutes: view.sharedMinutes })}</p>
</form>
<button type="button" id="install" class="choice" hidden>${word(view, 'install')}</button>
<a class="link" href="/chat/forget">${word(view, 'forget')}</a>
<a class="link" href="/accessibility">${word(view, 'accessibility')}</a>
</div></details>`;
}

function group(view: FrameView, name: string, values: readonly string[], chosen: string): string {
  const buttons = values
    .map(
      (value) =>
        `<button name="${name}" value="${value}" aria-pressed="${value === chosen}">${word(view, `${name}_${value}`)}</button>`,
    )
    .join('');
  return `<fieldset><legend>${word(view, name)}</legend>${buttons}</fieldset>`;
}
