import { callPlatform } from '../callPlatform.js';
import type { CallAnswer, Credentials } from '../contract.js';
import type { ChannelSettings } from '../settings.js';
import { fault, good, notice, type Finding, type Inspection, type InspectionContext } from './Inspection.js';

export type InspectInput = Readonly<{
  inspection: Inspection;
  /** As the process has it, before anything was read from it. */
  environment: Readonly<Record<string, string | undefined>>;
  /** Undefined while they are incomplete: then only what can be seen from here is told. */
  settings: ChannelSettings | undefined;
  zaloCredentials: Credentials | undefined;
  now: () => Date;
}>;

/** A platform's clock and ours may differ by so much before tokens and windows go wrong. */
const clockToleranceMs = 60_000;

/** Looks at everything that an administrator can have got wrong, from here outwards. Tells no secret. */
export async function inspectChannel(input: InspectInput): Promise<readonly Finding[]> {
  const { inspection, environment, settings } = input;
  const forms = inspectForms(inspection, environment);
  const address = inspectAddress(inspection, environment.PUBLIC_URL);
  const isMissing = forms.some(({ code }) => code === 'missing');
  const [door, platform] = await Promise.all([
    address.some(({ code }) => code === 'no_public_url')
      ? []
      : inspectDoor(inspection, environment.PUBLIC_URL ?? ''),
    isMissing || settings === undefined ? [] : inspectPlatform(input, settings),
  ]);
  return [...forms, ...address, ...door, ...platform];
}

/** Tells the platform where to deliver, or why that can't be done. */
export async function setWebhook(input: InspectInput): Promise<readonly Finding[]> {
  const { inspection, environment, settings } = input;
  const before = [
    ...inspectForms(inspection, environment),
    ...inspectAddress(inspection, environment.PUBLIC_URL),
  ];
  const faults = before.filter(({ level }) => level === 'fault');
  if (faults.length > 0 || settings === undefined) return faults;
  if (inspection.setWebhook === undefined) return [fault('webhook_by_hand')];
  return [await inspection.setWebhook(contextOf(input, settings, () => undefined))];
}

function inspectForms({ forms }: Inspection, environment: InspectInput['environment']): readonly Finding[] {
  const findings = Object.entries(forms).flatMap(([name, form]) => {
    const value = environment[name] ?? '';
    if (value === '') return [fault('missing', { name })];
    return form.test(value) ? [] : [fault('malformed', { name })];
  });
  return findings.length > 0 ? findings : [good('settings_there')];
}

function inspectAddress({ ports = [''] }: Inspection, publicUrl = ''): readonly Finding[] {
  if (!URL.canParse(publicUrl)) return [fault('no_public_url')];
  const { protocol, port, hostname } = new URL(publicUrl);
  if (protocol !== 'https:') return [fault('not_https', { address: publicUrl })];
  if (!ports.includes(port)) return [fault('port', { port })];
  const isPrivate = /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[)/.test(hostname);
  return isPrivate
    ? [fault('private_address', { address: publicUrl })]
    : [good('address', { address: publicUrl })];
}

/** What isn't signed is refused by an open door with 401, and a door that isn't there answers 404. */
async function inspectDoor({ path }: Inspection, publicUrl: string): Promise<readonly Finding[]> {
  const address = `${publicUrl.replace(/\/+$/, '')}${path}`;
  const answer = await callPlatform({ url: address, body: '{}' });
  if (answer.status !== 'answered') return [notice('door_unreachable', { address })];
  if (answer.http === 404) return [fault('door_closed', { address })];
  if (answer.http === 401) return [good('door_open', { address })];
  return [notice('door_odd', { address, status: answer.http })];
}

async function inspectPlatform(input: InspectInput, settings: ChannelSettings): Promise<readonly Finding[]> {
  let offMs: number | undefined;
  const findings = await input.inspection.ask(
    contextOf(input, settings, (answer) => {
      const date = answer.status === 'answered' ? Date.parse(answer.headers.get('date') ?? '') : NaN;
      if (!Number.isNaN(date)) offMs = input.now().getTime() - date;
    }),
  );
  if (offMs === undefined) return findings;
  const isOff = Math.abs(offMs) > clockToleranceMs;
  const seconds = Math.round(Math.abs(offMs) / 1000);
  return [
    ...findings,
    isOff ? fault(offMs > 0 ? 'clock_ahead' : 'clock_behind', { seconds }) : good('clock'),
  ];
}

function contextOf(
  { environment, zaloCredentials }: InspectInput,
  settings: ChannelSettings,
  seen: (answer: CallAnswer) => void,
): InspectionContext {
  return {
    settings,
    publicUrl: (environment.PUBLIC_URL ?? '').replace(/\/+$/, ''),
    zaloCredentials,
    call: async (request) => {
      const answer = await callPlatform(request);
      seen(answer);
      return answer;
    },
  };
}
