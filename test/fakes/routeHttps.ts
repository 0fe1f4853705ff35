import https from 'node:https';
import net from 'node:net';

const routes = new Map<string, number>();

/**
 * Lets calls to a host on the internet arrive at a port of this machine, unencrypted: for libraries that know their addresses by
 * heart. From the first call on this process reaches no other host by `https`.
 * @returns how to undo it
 */
export function routeHttps(host: string, port: number): () => void {
  routes.set(host, port);
  https.Agent.prototype.createConnection = (options) => {
    const known = routes.get(options.host ?? '');
    if (known === undefined) throw new Error(`There is no stand-in for ${options.host}.`);
    return net.connect({ host: '127.0.0.1', port: known });
  };
  return () => routes.delete(host);
}
