/** What is said of commands that kubectl or the simulation does not have. */
import { goQuote } from '../api/go-text.ts';
import { helpError } from './command-line.ts';

const commands: ReadonlySet<string> = new Set(
  `alpha attach auth autoscale certificate cluster-info completion config cordon cp debug diff drain edit kustomize
logs options plugin port-forward proxy taint top uncordon`.split(/\s+/),
);

const parts: Readonly<Record<string, ReadonlySet<string>>> = {
  create: new Set(
    `clusterrole clusterrolebinding configmap cm cronjob cj ingress ing job poddisruptionbudget pdb priorityclass pc quota
resourcequota role rolebinding secret serviceaccount sa token`.split(/\s+/),
  ),
  set: new Set(['env', 'resources', 'serviceaccount', 'sa', 'subject']),
};

/** Commands that are carried out. */
const carriedOut: ReadonlySet<string> = new Set(
  `annotate api-resources api-versions apply create delete describe events exec explain expose get help label patch replace rollout
run scale set version wait`.split(/\s+/),
);

/** Lines on stderr for a command (its first words) that is not carried out; undefined for all others. */
export function leftOut(command: string, second: string): string | undefined {
  const part = Object.hasOwn(parts, command) && parts[command]?.has(second);
  if (part || commands.has(command))
    return `error: kubectl ${part ? `${command} ${second}` : command} is not part of the simulation\n`;
  if (command === 'rollout' && second !== '' && !rolloutWords.has(second))
    return `error: ${helpError(`unknown command ${goQuote(second)}`, 'rollout')}\n`;
  return carriedOut.has(command) ? undefined : unknownCommand(command);
}

const rolloutWords: ReadonlySet<string> = new Set(['history', 'pause', 'restart', 'resume', 'status', 'undo']);

/** Models spf13/cobra findSuggestions. */
function unknownCommand(typed: string): string {
  const lower = typed.toLowerCase();
  const near = [...commands, ...carriedOut]
    .filter((name) => name !== 'alpha' && (name.startsWith(lower) || distance(lower, name) <= 2))
    .sort();
  const unknown = `error: unknown command ${goQuote(typed)} for "kubectl"\n`;
  if (typed === '' || near.length === 0) return unknown;
  return `${unknown}\nDid you mean this?\n${near.map((name) => `\t${name}\n`).join('')}`;
}

/** How many letters must be put in, taken out or changed. */
function distance(a: string, b: string): number {
  let row = [...b, ''].map((_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const [above = 0, diagonal = 0, left = 0] = [row[j + 1], row[j], next[j]];
      next.push(Math.min(above + 1, left + 1, diagonal + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
