import { requireNode } from './requireNode.mjs';

requireNode();
const { build, canBuild, isBuilt, wasBuilt } = await import('./buildSteps.mjs');

if (!isBuilt()) {
  if (canBuild()) {
    console.log('Đang dựng lần đầu hoặc dựng lại sau khi mã đổi, chưa đến một phút…');
    await build();
  } else if (!wasBuilt()) {
    console.error(
      'Chưa dựng, và các công cụ để dựng chưa được cài (NODE_ENV=production). Hãy chạy "npm ci --include=dev" rồi "npm run build". / Nothing is built and the build tools are not installed: run "npm ci --include=dev", then "npm run build".',
    );
    process.exit(1);
  }
}
const { run } = await import('../dist/src/main.js');
try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
