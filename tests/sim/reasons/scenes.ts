/** Scenes by their name: of the folder `scenes`, or of the recorded corpus as `topic/nn-slug`. */
import { readdirSync, readFileSync } from 'node:fs';
import { simulate, type Simulation } from '../../../src/sim/index.ts';
import { corpus } from '../../conformance/answers.ts';

const own = 'tests/sim/reasons/scenes';

export const ownScenes: readonly string[] = readdirSync(own).map((file) => file.replace(/\.yaml$/, ''));

export const recordedScenes: readonly string[] = readdirSync(`${corpus}/scenes`, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace(/\.yaml$/, '').replaceAll('\\', '/'))
  .sort();

export function sceneText(name: string): string {
  return readFileSync(name.includes('/') ? `${corpus}/scenes/${name}.yaml` : `${own}/${name}.yaml`, 'utf8');
}

/** A scene as the page runs it, or as it was recorded: without a DNS server for names outside. */
export function run(name: string, upstream: 'known' | 'none' = 'known'): Simulation {
  return simulate(sceneText(name), { options: { upstream, probes: upstream === 'known' } });
}
