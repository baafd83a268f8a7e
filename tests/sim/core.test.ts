/** The engine with few parts never answers otherwise than the one with all: it says the same, or that it needs the other. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { simulate as simulateCore } from '../../src/sim/core.ts';
import type { Simulation } from '../../src/sim/index.ts';
import { corpus } from '../conformance/answers.ts';

const scenes = readdirSync(`${corpus}/scenes`, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => [name, readFileSync(`${corpus}/scenes/${name}`, 'utf8')] as const);

/** Everything a state says, without what only makes the next run quicker. */
const said = ({ states }: Simulation, count: number): unknown =>
  states.slice(0, count).map(({ apply, outcomes, cluster, events, problems }) => ({
    apply,
    outcomes: outcomes.map(({ yaml: _yaml, ...outcome }) => outcome),
    tables: [...cluster.tables].map(([name, table]) => [name, [...table]]),
    events,
    problems,
  }));

/** Before the full engine is loaded, which brings tables that would help the other, too. */
const answers = new Map(scenes.map(([, text]) => [text, simulateCore(text)]));
const { simulate } = await import('../../src/sim/index.ts');

describe('the engine with few parts', () => {
  it.each(scenes)('says of %s what the full one says, or needs it', (_name, text) => {
    const few = answers.get(text) ?? simulateCore(text);
    const all = simulate(text);
    if (few.needs === undefined) expect(few.states).toHaveLength(all.states.length);
    expect(said(few, few.states.length)).toEqual(said(all, few.states.length));
  });

  it('answers most scenes alone', () => {
    const alone = [...answers.values()].filter(({ needs }) => needs === undefined).length;
    expect(alone / scenes.length).toBeGreaterThan(0.7);
  });

  it('needs the other for a workload, wherever it stands, and for a command of its own', () => {
    const deployment = '{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {}}';
    expect(simulateCore(deployment)).toMatchObject({ needs: 'full', states: [] });
    expect(simulateCore(`{apiVersion: v1, kind: List, items: [${deployment}]}`).needs).toBe('full');
    const step = (action: string): string => `# title: x\n#---\n{}\n# step:\n${action}\n#---\n`;
    expect(simulateCore(step(`#   action: apply`) + deployment)).toMatchObject({ needs: 'full' });
    expect(simulateCore(step(`#   action: scale\n#   target: deployment/web\n#   replicas: 2`)).needs).toBe('full');
    expect(simulateCore(step(`#   action: kubectl\n#   args: [delete, pod, web]`)).needs).toBe('full');
  });
});
