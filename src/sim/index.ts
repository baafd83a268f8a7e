/** The door of the engine, with all its parts. */
import { askKubectl, type KubectlResult, type KubectlSettings } from './ask-kubectl.ts';
import { fullParts } from './parts/full-parts.ts';
import type { Scene } from './scene/parse-scene.ts';
import { simulateWith, type Settings, type Simulation, type State } from './simulate.ts';

export * from './core.ts';
export type { KubectlResult, KubectlSettings } from './ask-kubectl.ts';
export { objectLines } from './kubectl/object-lines.ts';
export { fieldValues } from './api/field-values.ts';

/** Every state of a scene: 0 is `kubectl apply -f manifest.yaml` on the empty default cluster, state n is what step n leaves. Never throws for a bad text. */
export function simulate(text: string | Scene, settings: Settings = {}): Simulation {
  return simulateWith(fullParts, text, settings);
}

/**
 * What `kubectl` prints in this state for `argv` (the words after `kubectl`). A command that changes the cluster tells what it
 * would print and the step that it is; the state stays as it is. Unknown commands end with code 1.
 */
export function kubectl(state: State, argv: readonly string[], settings: KubectlSettings = {}): KubectlResult {
  return askKubectl(fullParts, state, argv, settings);
}
