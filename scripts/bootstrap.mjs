// Runs on any Node >= 20, before anything is installed. Installs what the lockfile says, once per lockfile,
// and makes sure that the scripts after it find Node 24. Writes to standard error only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.installed';
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.error('Installing dependencies (a minute or two, once) ...');
  // npm's own Node and npm's own file: PATH may already name the Node inside the node_modules that `npm ci` deletes.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const stdio = ['ignore', 2, 2];
  const { status } = npm
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [npm, ...args], { stdio })
    : spawnSync('npm', args, { stdio, shell: true });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, lock);
}
const brought = existsSync('node_modules/.bin/node' + (process.platform === 'win32' ? '.cmd' : ''));
if (!brought && Number.parseInt(process.versions.node, 10) < 24) {
  console.error(
    `Endpoint Lab needs Node 24 or newer; this is ${process.version}, and on this system it cannot bring its own. Install Node 24.`,
  );
  process.exit(1);
}
