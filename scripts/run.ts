import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

export interface Run {
  /** Exit code; 1 if the program could not be started or was ended by a signal. */
  readonly code: number;
  readonly stdout: string;
}

export interface RunSettings {
  readonly env?: Readonly<Record<string, string>>;
  /** Where standard output goes: kept and returned, or shown (on standard error, so that ours stays clean). */
  readonly stdout?: 'keep' | 'show';
}

/** Runs a program of node_modules/.bin or the system and waits for its end. Its standard error is shown; it ends when we do. */
export function run(
  program: string,
  args: readonly string[],
  { env = {}, stdout = 'show' }: RunSettings = {},
): Promise<Run> {
  const path = [resolve('node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
  return new Promise((done) => {
    const child = spawn(program, args, {
      env: { ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', stdout === 'keep' ? 'pipe' : 2, 2],
      shell: process.platform === 'win32',
    });
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    const end = (code: number) => done({ code, stdout: Buffer.concat(chunks).toString() });
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`);
      end(1);
    });
    child.on('close', (code) => end(code ?? 1));
    const stop = () => child.kill('SIGTERM');
    process.once('exit', stop);
    child.on('close', () => process.off('exit', stop));
  });
}
