/** Sends the documents of a recorded scene's manifest straight to the API server: no kubectl, no controllers. */
import { readFileSync } from 'node:fs';
import { recordedAllocator } from '../../../src/sim/allocator/recorded.ts';
import { findKind, tableName } from '../../../src/sim/api/kinds.ts';
import type { JsonObject, KubeObject } from '../../../src/sim/api/objects.ts';
import type { Status } from '../../../src/sim/api/status.ts';
import { create, type AdmitContext } from '../../../src/sim/apiserver/admit.ts';
import type { Cluster } from '../../../src/sim/cluster/cluster.ts';
import { defaultCluster } from '../../../src/sim/cluster/default-cluster.ts';
import { parseScene } from '../../../src/sim/scene/parse-scene.ts';
import { readPart, splitDocuments } from '../../../src/sim/yaml/split-documents.ts';
import { corpus, readCase, type RecordedFile } from '../../conformance/answers.ts';
import { allStrategies } from '../../../src/sim/apiserver/strategy/all-strategies.ts';

export interface Sent {
  readonly kind: string;
  readonly table: string;
  readonly object?: KubeObject;
  readonly status?: Status;
  readonly warnings: readonly string[];
}

export interface AppliedManifest {
  readonly cluster: Cluster;
  readonly context: AdmitContext;
  readonly sent: readonly Sent[];
  readonly recorded: RecordedFile;
}

export function applyManifest(id: string): AppliedManifest {
  const recorded = readCase(`${corpus}/answers`, id);
  const scene = parseScene(readFileSync(`${corpus}/scenes/${id}.yaml`, 'utf8'));
  const allocator = recordedAllocator(recorded.states.map((state) => state.allocations ?? {}))(0);
  const context: AdmitContext = {
    allocator,
    families: scene.world.families,
    fieldValidation: 'strict',
    strategies: allStrategies,
  };
  let cluster = defaultCluster(scene.world, allocator);
  const sent: Sent[] = [];
  for (const document of documentsOf(scene.manifest.text)) {
    const kind = findKind(String(document['apiVersion']), String(document['kind']));
    if (!kind) continue;
    const metadata = (document['metadata'] ?? {}) as { readonly name?: string; readonly namespace?: string };
    // kubectl sends nothing without a name.
    if (!metadata.name) continue;
    const namespace = kind.namespaced ? (metadata.namespace ?? 'default') : '';
    const result = create(cluster, kind, namespace, document, context);
    const common = { kind: kind.kind, table: tableName(kind), warnings: result.warnings };
    sent.push(result.ok ? { ...common, object: result.object } : { ...common, status: result.status });
    if (result.ok) ({ cluster } = result);
  }
  return { cluster, context, sent, recorded };
}

function documentsOf(manifest: string): readonly JsonObject[] {
  return splitDocuments(manifest).flatMap((part) => {
    const { value } = readPart(part);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    const map = value as JsonObject;
    return map['kind'] === 'List' ? ((map['items'] ?? []) as readonly JsonObject[]) : [map];
  });
}
