/** Scenes of the project's corpus, simulated as the page does. */
import { readFileSync } from 'node:fs';
import { simulate, type Simulation } from '../../src/sim/index.ts';
import type { Words } from '../../src/view/view-models.ts';
import { corpus, listScenes } from '../conformance/answers.ts';

export const sceneIds = listScenes(`${corpus}/scenes`);

/** The id that begins with `topic/nn`. */
export function sceneId(start: string): string {
  const id = sceneIds.find((each) => each === start || each.startsWith(`${start}-`));
  if (id === undefined) throw new Error(`no scene begins with ${start}`);
  return id;
}

export const sceneText = (id: string): string => readFileSync(`${corpus}/scenes/${id}.yaml`, 'utf8');

export const simulated = (start: string): Simulation => simulate(sceneText(sceneId(start)));

/** Every sentence of a view (list of segments) with the path that leads to it. */
export function sentencesIn(value: unknown, path = ''): readonly { readonly path: string; readonly words: Words }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(isSegment) &&
    value.some((part) => typeof part !== 'string')
  )
    return [{ path, words: value as Words }];
  return Object.entries(value).flatMap(([key, inner]) => sentencesIn(inner, `${path}.${key}`));
}

const isSegment = (part: unknown): boolean =>
  typeof part === 'string' ||
  (typeof part === 'object' &&
    part !== null &&
    Object.keys(part).length === 1 &&
    ['code', 'strong', 'differs'].includes(Object.keys(part)[0] ?? ''));
