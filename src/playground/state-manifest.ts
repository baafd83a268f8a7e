/** The state shown as a file for `kubectl apply`: its text, and over it what was done since that was applied. */
import type { LabView } from '../view/view-models.ts';

/** `then` says that what follows comes after applying. The comment never ends in `#---`, so it is no header of a scene. */
export function stateManifest({ steps, state, text }: Pick<LabView, 'steps' | 'state' | 'text'>, then: string): string {
  const applied = steps.slice(0, state + 1).findLastIndex(({ editable }) => editable);
  const after = steps.slice(applied + 1, state + 1).map(({ output, title }) => output?.command ?? title);
  if (after.length === 0) return text;
  const lines = [
    then,
    ...after.flatMap((command) => command.split('\n').map((line) => `  ${line.replace(/^\$ /, '')}`)),
  ];
  return `${lines.map((line) => `# ${line}\n`).join('')}${text}`;
}
