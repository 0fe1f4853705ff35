import { z } from 'zod';
import type { BotFrameworkChannel } from '../../channels/botframework/index.js';
import { readJson } from '../readJson.js';
import type { Route } from '../Route.js';

const activity = z.record(z.string(), z.unknown());
const activityBodyLimit = 256 * 1024;

/** Where Azure Bot Service and the Emulator post activities. Mounted only with credentials: without them anybody could post. */
export function messageRoutes(channel: BotFrameworkChannel): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/api/messages',
      bodyLimit: activityBodyLimit,
      handle: async (request) => ({
        status: await channel.receive(readJson(request, activity), request.headers),
      }),
    },
  ];
}
