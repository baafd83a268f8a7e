/** The scenes of the course as the engine answers them at build: outputs of commands, places of fields. */
import { simulate as simulateFirst } from '../sim/core.ts';
import { kubectl, rangeOf, simulate, type Simulation, type State } from '../sim/index.ts';
import { AuthorError } from './author-error.ts';

const simulations = new Map<string, Simulation>();

/** A scene run by the engine; each text once in a build. */
export function simulationOf(scene: string): Simulation {
  const simulation = simulations.get(scene) ?? simulate(scene);
  simulations.set(scene, simulation);
  return simulation;
}

/** Whether a page's first worker cannot answer for the scene, so that the full one is started at once. */
export const needsFullEngine = (scene: string): boolean => simulateFirst(scene).needs !== undefined;

/** A state that an author names. `file` is where it is named. */
export function stateAt(scene: string, index: number, file: string): State {
  const { states } = simulationOf(scene);
  const state = states[index];
  if (state) return state;
  throw new AuthorError(file, 'state', String(index), `a state of the scene, 0 to ${states.length - 1}`);
}

/**
 * The line, from 1 in the state's text, of a field: `endpoints/external-service metadata.name`, in other namespaces than
 * default `ns/kind/name path`. Throws an `AuthorError` if there is no such document or field.
 */
export function lineOf(state: State, at: string, file: string): number {
  const [reference = '', ...rest] = at.split(' ');
  const parts = reference.toLowerCase().split('/');
  const [namespace, kind, name] = parts.length === 3 ? parts : ['default', ...parts];
  const outcome = state.outcomes.find(
    ({ object }) =>
      object !== undefined &&
      object.kind.toLowerCase() === kind &&
      object.name === name &&
      [namespace, ''].includes(object.namespace),
  );
  if (!outcome) {
    const there = state.outcomes.flatMap(({ object }) =>
      object ? [`${object.kind.toLowerCase()}/${object.name}`] : [],
    );
    throw new AuthorError(file, 'at', at, `a document of state ${state.index}: ${there.join(', ')}`);
  }
  const found = rangeOf(outcome.yaml, rest.join(' '));
  if (!found.exact)
    throw new AuthorError(
      file,
      'at',
      at,
      `a field that stands in ${reference}; it has ${found.path || 'no such field'}`,
    );
  return state.text.slice(0, outcome.range.start + found.key.start).split('\n').length;
}

/**
 * What a command prints in a state, standard output before standard error. Commands that are not kubectl run in the pod of
 * the scene's first probe, as `kubectl exec` would run them.
 */
export function outputOf(scene: string, state: State, command: string): string {
  const words = command.split(/\s+/);
  const argv = words[0] === 'kubectl' ? words.slice(1) : ['exec', clientOf(scene), '--', ...words];
  const { stdout, stderr } = kubectl(state, argv);
  return stdout + stderr;
}

function clientOf(scene: string): string {
  const from = simulationOf(scene).scene.probes[0]?.from ?? '';
  return /^pod default\/(.+)$/.exec(from)?.[1] ?? 'client';
}
