import { ActivityHandler, BotAdapter, TurnContext } from 'botbuilder';
import restify from 'restify';
import { report } from './report.mjs';

/** The SDK's echo bot in process, behind restify, nothing stored: what the framework alone costs. */
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
const server = restify.createServer({ name: '' });
server.use(restify.plugins.jsonBodyParser());
server.post('/messages', async (request, response) => {
  const context = new TurnContext(adapter, request.body);
  const replies = [];
  context.turnState.set('replies', replies);
  await adapter.runMiddleware(context, (turn) => bot.run(turn));
  response.send(200, { activities: replies });
});
server.listen(Number(process.env.PORT), '127.0.0.1', report);
