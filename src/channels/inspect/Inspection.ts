import type { CallAnswer, Credentials } from '../contract.js';
import type { ChannelSettings } from '../settings.js';

/**
 * What was found about a channel. `code` has its words in `locales/<locale>/inspect.json`; `values` never hold a secret.
 * `fault`: the channel can't work. `notice`: it may, but somebody should look. `good`: so it should be.
 */
export type Finding = Readonly<{
  level: 'good' | 'notice' | 'fault';
  code: string;
  values?: Readonly<Record<string, string | number>>;
}>;

export type InspectionContext = Readonly<{
  settings: ChannelSettings;
  /** Absolute address under which platforms reach the service. */
  publicUrl: string;
  /** Asks a platform; every answer's time is compared with ours. */
  call: (
    request: Readonly<{ url: string; headers?: Readonly<Record<string, string>>; body?: string }>,
  ) => Promise<CallAnswer>;
  /** Where a channel's token comes from that is renewed while the service runs. */
  zaloCredentials: Credentials | undefined;
}>;

/** How one channel is looked at. */
export type Inspection = Readonly<{
  /** Its variables and what each has to look like. */
  forms: Readonly<Record<string, RegExp>>;
  /** Where its platform delivers. */
  path: string;
  /** Ports at which the platform delivers; the usual one of https alone where nothing is said. */
  ports?: readonly string[];
  /** Asks the platform. Called only when every variable is there. */
  ask: (context: InspectionContext) => Promise<readonly Finding[]>;
  /** Tells the platform where to deliver, where that can be done over its API. */
  setWebhook?: (context: InspectionContext) => Promise<Finding>;
}>;

export const good = (code: string, values?: Finding['values']): Finding => finding('good', code, values);
export const notice = (code: string, values?: Finding['values']): Finding => finding('notice', code, values);
export const fault = (code: string, values?: Finding['values']): Finding => finding('fault', code, values);

function finding(level: Finding['level'], code: string, values: Finding['values']): Finding {
  return { level, code, ...(values === undefined ? {} : { values }) };
}

/** What is said of a platform that gave no answer that could be read; undefined when it gave one. */
export function silenceOf(answer: CallAnswer, platform: string): Finding | undefined {
  if (answer.status !== 'answered') return fault('platform_silent', { platform });
  return answer.http >= 500 || answer.body === undefined
    ? fault('platform_odd', { platform, status: answer.http })
    : undefined;
}

/** What a platform doesn't deliver of the events that are read here; nothing is said where it names none. */
export function lackingFindings(
  wanted: readonly string[],
  delivered: readonly string[] | undefined,
  channel: string,
): readonly Finding[] {
  const lacking = delivered === undefined ? [] : wanted.filter((one) => !delivered.includes(one));
  return lacking.length === 0 ? [] : [fault('events_lacking', { events: lacking.join(', '), channel })];
}

/** Whether the platform delivers here, as far as it can be asked. */
export function webhookFinding(current: string, wanted: string, channel: string): Finding {
  if (current === '') return fault('webhook_unset', { wanted, channel });
  // A stray address may carry somebody's secret in its query.
  const shown = URL.canParse(current) ? `${new URL(current).origin}${new URL(current).pathname}` : '?';
  return current === wanted
    ? good('webhook_here', { wanted })
    : fault('webhook_elsewhere', { current: shown, wanted, channel });
}
