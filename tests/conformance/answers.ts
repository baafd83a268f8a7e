/** The format of recorded answers, and reading them from a folder. Grammar: the project's reference of scenes and answers. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Allocations } from '../../src/sim/allocator/recorded.ts';
import type { Json, JsonObject, KubeObject } from '../../src/sim/api/objects.ts';
import { unpack } from './unpack.ts';

/** What a cluster draws at random, of everything that exists in one state. Keys are there only if they hold something. */
export type RecordedAllocations = Allocations;

/** An API object as the recording keeps it: without `apiVersion` and `kind`. */
export type RecordedObject = Omit<KubeObject, 'apiVersion' | 'kind'> & { readonly [field: string]: unknown };

export interface RecordedObjects {
  readonly services: readonly RecordedObject[];
  readonly endpoints: readonly RecordedObject[];
  readonly endpointSlices: readonly RecordedObject[];
  readonly pods: readonly RecordedObject[];
  readonly workloads: readonly RecordedObject[];
  readonly namespaces: readonly RecordedObject[];
  readonly nodes?: readonly RecordedObject[];
}

export interface RecordedCommand {
  readonly command: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

export interface RecordedEvent {
  readonly type: string;
  readonly reason: string;
  readonly object: string;
  readonly from: string;
  readonly message: string;
}

export interface RecordedDns {
  readonly name?: string;
  readonly rcode: string;
  readonly flags: string;
  readonly answer: readonly string[];
  readonly authority: readonly string[];
  readonly additional: readonly string[];
  readonly result?: string;
  readonly queries?: readonly JsonObject[];
  readonly [other: string]: unknown;
}

export interface RecordedTraffic {
  readonly from: string;
  readonly to: string;
  readonly outcome: string;
  readonly endpoints?: readonly string[];
  readonly source?: string;
  readonly via?: string;
  readonly rules?: { readonly endpoints?: readonly string[]; readonly noEndpoints?: string } | null;
  readonly [other: string]: unknown;
}

export interface RecordedState {
  readonly index: number;
  readonly apply: RecordedCommand | null;
  readonly allocations?: RecordedAllocations;
  readonly objects: RecordedObjects;
  readonly kubectl: Readonly<Record<string, string | null>>;
  readonly kubectlErr: Readonly<Record<string, { readonly stderr: string; readonly code: number }>>;
  readonly events: readonly RecordedEvent[];
  readonly dns?: readonly RecordedDns[];
  readonly traffic?: readonly RecordedTraffic[];
}

export interface RecordedCase {
  readonly id: string;
  readonly states: readonly RecordedState[];
}

/** A recorded file: a case, and what the recording says of its cluster. */
export interface RecordedFile extends RecordedCase {
  readonly families: 'ipv4' | 'dual';
}

/** `_cluster/ipv4.json` and `_cluster/dual.json`: the cluster before any scene. */
export interface RecordedCluster {
  readonly versions: Readonly<Record<string, string>>;
  readonly families: 'ipv4' | 'dual';
  readonly objects: RecordedObjects;
}

/** The project's own copy: a folder with `scenes/` and `answers/`. */
export const corpus = fileURLToPath(new URL('./corpus', import.meta.url));

/** Any JSON file, with its tables unpacked. Throws with the file's name if it is not JSON. */
export function readJson(file: string): Json {
  try {
    return unpack(JSON.parse(readFileSync(file, 'utf8')) as Json);
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** One recorded case by id (`topic/nn-slug`). */
export function readCase(answers: string, id: string): RecordedFile {
  return readJson(join(answers, `${id}.json`)) as unknown as RecordedFile;
}

/** Other answers that the real cluster gave to the same scene, in order of their numbers; usually none. */
export function readAlternatives(answers: string, id: string): readonly RecordedCase[] {
  const cases: RecordedCase[] = [];
  for (let n = 1; existsSync(join(answers, `${id}.alt-${n}.json`)); n += 1)
    cases.push(readCase(answers, `${id}.alt-${n}`));
  return cases;
}

/** The empty cluster of a family. */
export function readEmptyCluster(answers: string, families: 'ipv4' | 'dual'): RecordedCluster {
  return readJson(join(answers, '_cluster', `${families}.json`)) as unknown as RecordedCluster;
}

/** Ids (`topic/nn-slug`) of the scenes in a folder, sorted. */
export function listScenes(scenes: string): readonly string[] {
  return listIds(scenes, '.yaml');
}

/** Ids of the recorded cases in a folder, sorted; the empty clusters and other answers to the same scene are no cases. */
export function listAnswers(answers: string): readonly string[] {
  return listIds(answers, '.json').filter((id) => !id.startsWith('_cluster/') && !/\.alt-\d+$/.test(id));
}

function listIds(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length).replaceAll('\\', '/'))
    .sort();
}
