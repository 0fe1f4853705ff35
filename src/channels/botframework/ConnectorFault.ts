import type { CallAnswer } from '../contract.js';

/** The Connector didn't take a reply. No error of the SDK's own kind: those it would send again by itself, and some of them twice. */
export class ConnectorFault extends Error {
  constructor(readonly answer: CallAnswer) {
    super('The Connector did not take a reply.');
    this.name = 'ConnectorFault';
  }
}
