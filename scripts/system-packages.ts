import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { run, type RunSettings } from './run.ts';

/** The browser tests need a Chromium and, for the Chinese pages, a font with Han characters. */
const packages = ['chromium', 'fonts-noto-cjk'];
const command = `apt-get install -y ${packages.join(' ')}`;
const elsewhere =
  'Install it, or run `npx playwright install chromium`, or name one: CHROMIUM_PATH=/path/to/chromium npm test';

export type Found = { readonly path: string } | { readonly missing: string };

/**
 * The Chromium to test with: CHROMIUM_PATH, else the system's, else Playwright's own. On Debian and Ubuntu as root the missing
 * packages are installed; elsewhere, and where that fails, the result is a message that says what to do. `show` takes what is printed.
 */
export async function findChromium(show?: RunSettings['show']): Promise<Found> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen !== undefined) {
    const complaint = complaintOf(chosen);
    return complaint === undefined ? { path: chosen } : { missing: `CHROMIUM_PATH names ${chosen}: ${complaint}` };
  }
  const installs = isDebian() && process.getuid?.() === 0;
  const isInstalled = !installs || (await installMissing(show));
  const complaints: string[] = [];
  for (const path of [...usual, chromium.executablePath()].filter(existsSync)) {
    const complaint = complaintOf(path);
    if (complaint === undefined) return { path };
    complaints.push(`${path}: ${complaint}`);
  }
  const advice = isDebian() && !installs ? `Run: sudo ${command}` : elsewhere;
  const failed = isInstalled ? '' : `\`${command}\` failed; its own words are above. `;
  return { missing: [...complaints, `The browser tests need Chromium. ${failed}${advice}`].join('\n') };
}

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Why it is no browser; Ubuntu's `chromium-browser` may be a script that only asks for a snap. */
function complaintOf(path: string): string | undefined {
  if (!existsSync(path)) return 'there is no such file';
  // On Windows a browser has no console to say its version in.
  if (process.platform === 'win32') return undefined;
  const { status, error, stderr } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 60_000 });
  if (status === 0) return undefined;
  return `it does not start: ${error?.message ?? (stderr.trim() || `exit code ${status ?? 'none'}`)}`;
}

/** Waits for whoever holds apt's lock, but for no server that is silent. True if all is there. */
async function installMissing(show: RunSettings['show']): Promise<boolean> {
  const isThere = (name: string): boolean =>
    spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Abbrev}', name], { encoding: 'utf8' }).stdout?.startsWith('ii') ??
    false;
  const missing = packages.filter((name) => !isThere(name));
  if (missing.length === 0) return true;
  (show ?? console.error)(`Installing ${missing.join(', ')} (a minute or two, once) ...\n`);
  const apt = async (...args: string[]): Promise<boolean> => {
    const options = [
      'DPkg::Lock::Timeout=300',
      'Acquire::Retries=2',
      'Acquire::http::Timeout=30',
      'Acquire::https::Timeout=30',
    ];
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    return (await run('apt-get', [...options.flatMap((option) => ['-o', option]), ...args], { env, show })).code === 0;
  };
  const install = (): Promise<boolean> => apt('install', '-y', '--no-install-recommends', ...missing);
  if (await install()) return true;
  await apt('update');
  return install();
}

function isDebian(): boolean {
  if (!existsSync('/etc/os-release')) return false;
  return /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}
