import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** The browser tests need a Chromium and, for the Chinese pages, a font with Han characters. */
const packages = ['chromium', 'fonts-noto-cjk'];
const command = `apt-get install -y ${packages.join(' ')}`;

/**
 * The Chromium to test with: CHROMIUM_PATH, else the system's. On Debian and Ubuntu as root the missing packages are
 * installed; elsewhere the result is a message that names the one command.
 */
export function findChromium(): { readonly path: string } | { readonly missing: string } {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen !== undefined) {
    return existsSync(chosen) ? { path: chosen } : { missing: `CHROMIUM_PATH names ${chosen}, which does not exist.` };
  }
  if (isDebian() && process.getuid?.() === 0) installMissing();
  const path = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  if (path !== undefined) return { path };
  return {
    missing: isDebian()
      ? `The browser tests need Chromium. Run: sudo ${command}`
      : 'The browser tests need Chromium. Install it and run: CHROMIUM_PATH=/path/to/chromium npm test',
  };
}

function installMissing(): void {
  const missing = packages.filter((name) => spawnSync('dpkg', ['-s', name], { stdio: 'ignore' }).status !== 0);
  if (missing.length === 0) return;
  console.error(`Installing ${missing.join(', ')} ...`);
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status;
  if (apt('install', '-y', '--no-install-recommends', ...missing) === 0) return;
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...missing);
}

function isDebian(): boolean {
  if (!existsSync('/etc/os-release')) return false;
  return /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}
