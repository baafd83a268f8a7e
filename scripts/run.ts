import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

export interface Run {
  /** Exit code; 1 if the program could not be started or was ended by a signal. */
  readonly code: number;
  readonly stdout: string;
}

export interface RunSettings {
  readonly env?: Readonly<Record<string, string>>;
  /** Takes what the program prints, standard output and errors together; without it both go to our standard error. */
  readonly show?: ((text: string) => void) | undefined;
}

/** Runs a program of node_modules/.bin or the system and waits for its end. It ends when we do. */
export function run(program: string, args: readonly string[], { env = {}, show }: RunSettings = {}): Promise<Run> {
  const path = [resolve('node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
  return new Promise((done) => {
    const child = spawn(program, args, {
      env: { ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: '1', ...env },
      stdio: show ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    let stdout = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8');
      stream?.on('data', (text: string) => {
        if (stream === child.stdout) stdout += text;
        show?.(text);
      });
    }
    const end = (code: number) => done({ code, stdout });
    child.on('error', (error) => {
      (show ?? console.error)(`${program}: ${error.message}\n`);
      end(1);
    });
    child.on('close', (code) => end(code ?? 1));
    const stop = () => child.kill('SIGTERM');
    process.once('exit', stop);
    child.on('close', () => process.off('exit', stop));
  });
}
