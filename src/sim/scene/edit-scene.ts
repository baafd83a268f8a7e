/** Changes to a scene's text: what a state shows, its steps, statuses. Each is a function from text to text. */
import type { Json, JsonObject } from '../api/objects.ts';
import type { NodeIntent, PodIntent } from '../api/world.ts';
import { cutScene } from './cut-scene.ts';
import { setHeaderNode, setHeaderPod, withHeader } from './edit-header.ts';
import { parseScene } from './parse-scene.ts';
import { printStep } from './print-scene.ts';
import type { Scene, Step } from './scene.ts';

/** A changed scene, and the state to look at then. */
export interface SceneEdit {
  readonly text: string;
  readonly state: number;
}

/** The mapping of a new step: `{action: 'scale', target: 'deployment/web', replicas: 2}`. */
export type StepFields = Readonly<Record<string, Json | undefined>>;

/** The text that the editor shows for a state: the manifest, or the step's document. Empty for a state that is not there. */
export function textOfState(scene: Scene, state: number): string {
  return (state === 0 ? scene.manifest : scene.steps[state - 1])?.text ?? '';
}

/**
 * The scene with another text for a state. The same text gives the same bytes; a text that a step follows is ended by a
 * line feed. A state that is not there changes nothing.
 */
export function setText(scene: string, state: number, text: string): string {
  const parsed = parseScene(scene);
  const part = state === 0 ? parsed.manifest : parsed.steps[state - 1];
  if (!part) return scene;
  const end = part.offset + part.text.length;
  const last = end === scene.length;
  return scene.slice(0, part.offset) + (last ? text : ended(text)) + scene.slice(end);
}

function ended(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** The scene with a new last step. */
export function appendStep(scene: string, fields: StepFields, text = ''): SceneEdit {
  return insertStep(scene, parseScene(scene).steps.length, fields, text);
}

/** The scene with a new step behind a state; what came after it moves on by one. */
export function insertStep(scene: string, state: number, fields: StepFields, text = ''): SceneEdit {
  const full = withHeader(scene);
  const { manifest, steps } = parseScene(full);
  const before = state <= 0 ? manifest : (steps[Math.min(state, steps.length) - 1] ?? manifest);
  const at = before.offset + before.text.length;
  const follows = at < full.length;
  const step = printStep(fields, follows ? ended(text) : text);
  return {
    text: ended(full.slice(0, at)) + step + full.slice(at),
    state: Math.min(Math.max(state, 0), steps.length) + 1,
  };
}

/** The scene without a step. State 0 cannot be removed. */
export function removeStep(scene: string, state: number): SceneEdit {
  const cut = parseScene(scene).header && cutScene(scene).steps[state - 1];
  if (!cut) return { text: scene, state };
  return { text: scene.slice(0, cut.start) + scene.slice(cut.text.end), state: state - 1 };
}

/** The scene with another mapping for a step; its document stays. */
export function setStepFields(scene: string, state: number, fields: StepFields): string {
  const cut = parseScene(scene).header && cutScene(scene).steps[state - 1];
  if (!cut) return scene;
  const text = scene.slice(cut.text.start, cut.text.end);
  return scene.slice(0, cut.start) + printStep(fields, text) + scene.slice(cut.text.end);
}

/**
 * Sets what is declared of a pod from a state on; undefined takes back what that state declares. In state 0 that is the
 * header, later a pod-status step: the state's own if it is one, else a new one behind it.
 */
export function setPod(scene: string, state: number, key: string, intent: PodIntent | undefined): SceneEdit {
  if (state <= 0) return { text: setHeaderPod(scene, key, intent), state: 0 };
  return setStatus(scene, state, 'pod-status', 'pods', key, intent);
}

/** The same for a node: the header's `cluster.nodes`, or a node-status step. */
export function setNode(scene: string, state: number, name: string, intent: NodeIntent | undefined): SceneEdit {
  if (state <= 0) return { text: setHeaderNode(scene, name, intent), state: 0 };
  return setStatus(scene, state, 'node-status', 'nodes', name, intent);
}

function setStatus(
  scene: string,
  state: number,
  action: 'pod-status' | 'node-status',
  field: 'pods' | 'nodes',
  key: string,
  intent: PodIntent | NodeIntent | undefined,
): SceneEdit {
  const step: Step | undefined = parseScene(scene).steps[state - 1];
  if (!step) return { text: scene, state };
  if (step.action !== action) {
    if (!intent) return { text: scene, state };
    return insertStep(scene, state, { action, [field]: declared({}, key, intent) });
  }
  const entries = declared(step.raw[field] as JsonObject, key, intent);
  if (Object.keys(entries).length === 0) return removeStep(scene, state);
  return { text: setStepFields(scene, state, { ...step.raw, [field]: entries }), state };
}

/** A copy of the entries with one set or taken out. */
function declared(entries: JsonObject, key: string, intent: object | undefined): JsonObject {
  const copy = Object.create(null) as Record<string, Json>;
  for (const [name, entry] of Object.entries(entries)) copy[name] = entry;
  if (intent) copy[key] = Object.fromEntries(Object.entries(intent).filter(([, value]) => value !== undefined));
  else Reflect.deleteProperty(copy, key);
  return copy;
}
