import { ActivityHandler, BotAdapter, TurnContext } from 'botbuilder';
import restify from 'restify';
import { report } from './report.mjs';

class InProcessAdapter extends BotAdapter {
  async sendActivities(context, activities) {
    context.turnState.get('replies').push(...activities);
    return activities.map(() => ({ id: '1' }));
  }
  async updateActivity() {}
  async deleteActivity() {}
  async continueConversation() {}
}
const adapter = new InProcessAdapter();
const bot = new ActivityHandler().onMessage(async (context, next) => {
  await context.sendActivity(`Echo: ${context.activity.text}`);
  await next();
});

/** What the SDK's echo bot replies to an activity, in process. */
export async function echo(activity) {
  const context = new TurnContext(adapter, activity);
  const replies = [];
  context.turnState.set('replies', replies);
  await adapter.runMiddleware(context, (turn) => bot.run(turn));
  return replies;
}

/** Behind restify: every activity that is posted is answered with what `answer` gives for it. */
export function serve(answer) {
  const server = restify.createServer({ name: '' });
  server.use(restify.plugins.jsonBodyParser());
  server.post('/messages', async (request, response) => {
    response.send(200, { activities: await answer(request.body) });
  });
  server.listen(Number(process.env.PORT), '127.0.0.1', report);
}
