/** The recorded scenes as raw material. */
import { readFileSync } from 'node:fs';
import { corpus, listScenes } from '../../conformance/answers.ts';

/** Scenes with hundreds of pods: right, but slow to run thousands of times. */
const slow = /^large\//;

/** A failing property names the scene by its id. */
export const sceneIds: readonly string[] = listScenes(`${corpus}/scenes`).filter((id) => !slow.test(id));

const texts = new Map(sceneIds.map((id) => [id, readFileSync(`${corpus}/scenes/${id}.yaml`, 'utf8')]));

export function sceneText(id: string): string {
  return texts.get(id) ?? '';
}
