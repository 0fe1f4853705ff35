const ownMachine: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether replies, and with them our token, may go to an address. `allowed`: names of hosts, each with those below it; with a port only
 * that port. Without encryption nothing leaves this machine, where the Emulator is.
 */
export function mayReceive(serviceUrl: string, allowed: readonly string[]): boolean {
  const { protocol, host, hostname } = new URL(serviceUrl);
  if (protocol !== 'https:' && !ownMachine.has(hostname)) return false;
  return allowed.some((name) => host === name || hostname === name || hostname.endsWith(`.${name}`));
}
