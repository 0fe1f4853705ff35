import { BotAdapter, type Activity, type ResourceResponse, type TurnContext } from 'botbuilder';
import { outboundActivity, type OutboundActivity } from './activities.js';

/** Runs the bot in this process and holds its replies back: they leave only after the turn is committed. */
export class HeldReplyAdapter extends BotAdapter {
  readonly replies: OutboundActivity[] = [];

  async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    return activities.map((activity) => {
      // Traces and typing are for a live wire; a held reply is a message or the end of the conversation.
      if (activity.type === 'message' || activity.type === 'endOfConversation') {
        this.replies.push(outboundActivity.parse(activity));
      }
      return { id: String(this.replies.length) };
    });
  }

  async updateActivity(): Promise<void> {
    throw new Error('A reply that was given is not changed.');
  }

  async deleteActivity(): Promise<void> {
    throw new Error('A reply that was given is not taken back.');
  }

  async continueConversation(): Promise<void> {
    throw new Error('A turn begins with a message from the inbox only.');
  }
}
