/** Tells the bench that the peer is ready, and its CPU time whenever it asks. */
export function report() {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send({ cpuUs: user + system });
  });
  process.send('ready');
}
