/** A console on a small manifest: commands through the door, each that writes taken as the next state. */
import { appendStep, kubectl, simulate, type KubectlResult } from '../../../src/sim/index.ts';

export const webManifest = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: main, image: "nginx:1.29"}]}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80}]}
`;

/** Runs a line of words (blanks split, no quotes) and goes on to the state it leaves. */
export function openConsole(manifest = webManifest): (line: string) => KubectlResult {
  let scene = manifest;
  let simulation = simulate(scene);
  return (line) => {
    const state = simulation.states.at(-1);
    if (!state) throw new Error('no state');
    const result = kubectl(state, line.split(' '));
    if (result.step) {
      scene = appendStep(scene, { ...result.step }).text;
      simulation = simulate(scene, { previous: simulation });
    }
    return result;
  };
}
