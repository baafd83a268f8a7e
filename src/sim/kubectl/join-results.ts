/** Results of commands run one after the other. */
import type { CommandResult } from '../api/command-result.ts';

/** One result for commands joined by ` && `: outputs one after the other, the highest code. All of them ran. */
export function joinResults(results: readonly CommandResult[]): CommandResult {
  return {
    command: results.map(({ command }) => command).join(' && '),
    stdout: results.map(({ stdout }) => stdout).join(''),
    stderr: results.map(({ stderr }) => stderr).join(''),
    code: Math.max(0, ...results.map(({ code }) => code)),
  };
}
