import { Memo } from '../api/memo.ts';
import type { World } from '../api/world.ts';
import { overlay } from './read-header.ts';
import type { Scene } from './scene.ts';

/**
 * The world of a state: the header's, with every pod-status and node-status step up to it laid over, in order.
 * The same value as that of the state before where the state changes nothing; with `memo` also from run to run.
 */
export function worldOf(scene: Scene, state: number, memo: Memo = new Memo()): World {
  let { world } = scene;
  for (const [index, step] of scene.steps.slice(0, Math.max(state, 0)).entries()) {
    const below = world;
    if (step.action === 'pod-status') {
      const { pods } = step;
      world = memo.once(`world ${index + 1}`, [below, pods], () => ({ ...below, pods: overlay(below.pods, pods) }));
    } else if (step.action === 'node-status') {
      const { nodes } = step;
      const laid = () => ({ ...below, nodes: overlay(below.nodes, nodes), nodesDeclared: true });
      world = memo.once(`world ${index + 1}`, [below, nodes], laid);
    }
  }
  return world;
}
