import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/paths.js';
import type { Conversation } from '../dialogs/golden/Conversation.js';

const folder = join(projectRoot, 'test', 'dialogs', 'golden');

/** Every golden conversation of every file: what is added there is held on every channel, too. */
export async function readGoldenConversations(): Promise<readonly Conversation[]> {
  const names = readdirSync(folder)
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((name) => name !== 'Conversation');
  const modules: unknown[] = await Promise.all(names.map((name) => import(`../dialogs/golden/${name}.js`)));
  return modules.flatMap((module) =>
    Object.values(module ?? {})
      .flat()
      .filter(isConversation),
  );
}

function isConversation(value: unknown): value is Conversation {
  return typeof value === 'object' && value !== null && 'title' in value && 'turns' in value;
}
