import { echo, serve } from './echoBot.mjs';

/** The SDK's echo bot in process, behind restify, nothing stored: what the framework alone costs. */
serve(echo);
