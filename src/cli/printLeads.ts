import { userInfo } from 'node:os';
import type { Config } from '../config.js';
import { exportLeads } from '../leads/index.js';
import { createCipher, guardMasterKey, loadMasterKey } from '../privacy/index.js';
import { openRecords, recordAudit } from '../records/index.js';

/**
 * Prints every confirmed lead with its personal data, for whoever may run commands on the machine; the look is audited.
 * With `--json` each is one JSON line and nothing else stands on standard output.
 */
export async function printLeads(config: Config, args: readonly string[]): Promise<number> {
  const cipher = createCipher(loadMasterKey(config.dataDir, config.dataKey));
  const records = await openRecords(config);
  try {
    await guardMasterKey(records, cipher);
    const leads = await exportLeads(records, cipher);
    await recordAudit(records, new Date(), {
      actorId: null,
      action: 'leads.export',
      subject: 'leads',
      detail: { user: userInfo().username, count: leads.length },
    });
    for (const lead of leads) {
      const line = args.includes('--json')
        ? JSON.stringify(lead)
        : [
            lead.reference,
            lead.status,
            lead.product,
            lead.name,
            lead.phone,
            lead.locality,
            lead.createdAt,
          ].join('\t');
      process.stdout.write(`${line}\n`);
    }
    return 0;
  } finally {
    await records.close();
  }
}
