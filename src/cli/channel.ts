import { join } from 'node:path';
import { inspectChannel, setWebhook, type InspectInput } from '../channels/inspect/inspectChannel.js';
import type { Finding, Inspection } from '../channels/inspect/Inspection.js';
import { inspections, renewedCredentials } from '../channels/registry.js';
import { ConfigError, readConfig, type Config } from '../config.js';
import { createTranslator, toLocale, type Translate } from '../i18n/index.js';
import { projectRoot } from '../paths.js';
import { createCipher, guardMasterKey, loadMasterKey } from '../privacy/index.js';
import { openRecords } from '../records/index.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * `check NAME` tells in words what is set up wrong on a channel; `webhook NAME` tells the platform where to deliver.
 * @returns the exit code: 0 nothing wrong, 1 something is, 2 not understood.
 */
export async function channel(
  environment: Environment,
  args: readonly string[],
  print: (line: string) => void,
): Promise<number> {
  const locale = toLocale(args[args.indexOf('--locale') + 1]) ?? 'vi';
  const words = createTranslator(join(projectRoot, 'locales'))(args.includes('--locale') ? locale : 'vi');
  const [command, name = ''] = args;
  const inspection = Object.hasOwn(inspections, name) ? inspections[name] : undefined;
  if (inspection === undefined || (command !== 'check' && command !== 'webhook')) {
    print(words('inspect:usage', { names: Object.keys(inspections).join('|') }));
    return 2;
  }
  const findings = await inspect(command, inspection, environment);
  for (const finding of findings) print(lineOf(words, finding));
  const faults = findings.filter(({ level }) => level === 'fault').length;
  print(faults === 0 ? words('inspect:all_good', { name }) : words('inspect:some_wrong', { name, faults }));
  return faults === 0 ? 0 : 1;
}

async function inspect(
  command: 'check' | 'webhook',
  inspection: Inspection,
  environment: Environment,
): Promise<readonly Finding[]> {
  const run = command === 'check' ? inspectChannel : setWebhook;
  const config = readSettings(environment);
  const input: InspectInput = {
    inspection,
    environment,
    settings: config?.channels,
    zaloCredentials: undefined,
    now: () => new Date(),
  };
  if (config?.channels.zalo === undefined) return run(input);
  const cipher = createCipher(loadMasterKey(config.dataDir, config.dataKey));
  const records = await openRecords(config);
  try {
    await guardMasterKey(records, cipher);
    const zaloCredentials = renewedCredentials(config.channels, { records, cipher, now: input.now });
    return await run({ ...input, zaloCredentials });
  } finally {
    await records.close();
  }
}

/** Undefined while they can't be read: then what is missing is told variable by variable. */
function readSettings(environment: Environment): Config | undefined {
  try {
    return readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return undefined;
    throw error;
  }
}

function lineOf(words: Translate, { level, code, values }: Finding): string {
  return `${words(`inspect:levels.${level}`)} ${words(`inspect:${code}`, values)}`;
}
