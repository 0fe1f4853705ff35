/** Ends with one sentence on a Node.js that is too old; on Linux x64 `npm ci` brings the right one itself. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 13)) return;
  console.error(
    `An Sinh cần Node.js 22.13 trở lên, máy này đang chạy ${process.versions.node}. / An Sinh needs Node.js 22.13 or newer, this is ${process.versions.node}.`,
  );
  process.exit(1);
}
