/** The citizen had the conversation forgotten: nothing that comes from there is taken any more. Nothing was stored. */
export class ForgottenConversation extends Error {
  constructor() {
    super('The citizen had this conversation forgotten.');
    this.name = 'ForgottenConversation';
  }
}
