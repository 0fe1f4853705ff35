import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { callPlatform } from '../callPlatform.js';
import { ConnectorFault } from './ConnectorFault.js';

type ConnectorOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>;

/** Lets the SDK's Connector send as every other channel does: within a time, once, and with an answer that says what became of it. */
export const connectorClient: NonNullable<ConnectorOptions['httpClient']> = {
  sendRequest: async (request) => {
    const { url, headers } = request;
    const body: unknown = request.body;
    const answer = await callPlatform({
      url,
      headers: headers.rawHeaders(),
      ...(typeof body === 'string' ? { body } : {}),
    });
    if (answer.status !== 'answered' || answer.http >= 300) throw new ConnectorFault(answer);
    return {
      request,
      status: answer.http,
      // Of these only the kind of the body is read, which is the same both ways.
      headers: headers.clone(),
      bodyAsText: JSON.stringify(answer.body ?? {}),
    };
  },
};
