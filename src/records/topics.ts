/** A document or the communes were changed; told by the database itself, whoever wrote. Payload: which. */
export const contentTopic = 'an_sinh_content';
/** Conversations have something new; payload: their ids, with spaces between them. */
export const turnsTopic = 'an_sinh_turns';
