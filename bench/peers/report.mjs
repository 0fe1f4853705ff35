/** Tells the bench that the peer is ready, and its CPU time and memory whenever it asks. */
export function report() {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    globalThis.gc?.();
    const { heapUsed: heap, rss: resident } = process.memoryUsage();
    process.send({ cpuUs: user + system, heap, resident });
  });
  process.send('ready');
}
