/** What a reader did, done to the scene's text. In the worker: only the engine reads scene files. */
import {
  appendStep,
  insertStep,
  parseScene,
  removeStep,
  setNode,
  setPod,
  setText,
  type NodeIntent,
  type PodIntent,
} from '../sim/core.ts';
import type { SceneEdit } from './protocol.ts';

/** The scene after one edit. An edit of something that is not there changes nothing. */
export function applyEdit(scene: string, edit: SceneEdit): string {
  switch (edit.kind) {
    case 'text':
      return typeof edit.text === 'string' ? setText(scene, textState(scene, edit.state), edit.text) : scene;
    case 'pod':
      return setPod(scene, edit.state, edit.pod, { ...declaredPod(scene, edit.state, edit.pod), ...edit.intent }).text;
    case 'node':
      return setNode(scene, edit.state, edit.node, { ...declaredNode(scene, edit.state, edit.node), ...edit.intent })
        .text;
    case 'add-step':
      return appendStep(scene, { action: 'apply' }, lastApplied(scene)).text;
    case 'remove-step':
      return removeStep(scene, edit.state).text;
    case 'command':
      return insertStep(scene, edit.state, { action: 'kubectl', args: edit.args }).text;
    // Drafts come from any release.
    default:
      return scene;
  }
}

/** The state whose text is shown in `state`: a step that applies none shows the one before it, and repairs go there. */
function textState(scene: string, state: number): number {
  const before = parseScene(scene).steps.slice(0, state);
  return 1 + before.findLastIndex(({ action }) => action === 'apply');
}

/** What state `state` itself declares of a pod; later fields are laid over it. */
function declaredPod(scene: string, state: number, pod: string): PodIntent {
  const { world, steps } = parseScene(scene);
  if (state === 0) return own(world.pods, pod) ?? {};
  const step = steps[state - 1];
  return step?.action === 'pod-status' ? (own(step.pods, pod) ?? {}) : {};
}

function declaredNode(scene: string, state: number, node: string): NodeIntent {
  const { world, steps } = parseScene(scene);
  if (state === 0) return own(world.nodes, node) ?? {};
  const step = steps[state - 1];
  return step?.action === 'node-status' ? (own(step.nodes, node) ?? {}) : {};
}

const own = <T>(map: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(map, key) ? map[key] : undefined;

/** The text of the last state that applied one: what the next step starts from. */
function lastApplied(scene: string): string {
  const { manifest, steps } = parseScene(scene);
  const applied = steps.filter((step) => step.action === 'apply' && step.text !== '');
  return applied.at(-1)?.text ?? manifest.text;
}
