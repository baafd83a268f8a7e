/** Field paths as Kubernetes prints them: `spec.ports[0].name`, `metadata.labels[app]`. */

/** A step of a path: a key, or an index into a list. */
export type PathStep = string | number;

/**
 * The path's steps. What stands in brackets is an index if it is a number, else a key; keys in brackets may hold dots.
 * Text that is no path gives the steps that can be read.
 */
export function parsePath(path: string): PathStep[] {
  const steps: PathStep[] = [];
  for (const { 1: bracketed, 2: field } of path.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)) {
    if (field !== undefined) steps.push(field);
    else if (bracketed !== undefined) steps.push(/^(?:0|[1-9][0-9]*)$/.test(bracketed) ? Number(bracketed) : bracketed);
  }
  return steps;
}

/** The path of these steps; keys with a dot, a slash or a bracket are put in brackets. */
export function formatPath(steps: readonly PathStep[]): string {
  let path = '';
  for (const step of steps) {
    if (typeof step === 'number' || step === '' || /[./[\]]/.test(step)) path += `[${step}]`;
    else path += path === '' ? step : `.${step}`;
  }
  return path;
}
