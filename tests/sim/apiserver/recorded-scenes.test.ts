/** Every recorded manifest, document by document: what the server refuses, warns of and stores. */
import { describe, expect, it } from 'vitest';
import { findKind } from '../../../src/sim/api/kinds.ts';
import type { JsonObject, KubeObject } from '../../../src/sim/api/objects.ts';
import { keyOf } from '../../../src/sim/api/refs.ts';
import { replace } from '../../../src/sim/apiserver/admit.ts';
import { printFieldError } from '../../../src/sim/apiserver/field-errors.ts';
import { corpus, listScenes, type RecordedObject, type RecordedObjects } from '../../conformance/answers.ts';
import { applyManifest, type Sent } from './apply-manifest.ts';

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';
const zone = 'topology.kubernetes.io/zone';

/** Where the recorded cluster printed what a controller or a race made, not the server. */
const beyondServer =
  /is deprecated in v1\.33|is missing the kubectl|^error: |^error parsing|^Resource: |^Name: |^from server|CRDs/;

describe.each(listScenes(`${corpus}/scenes`))('%s', (id) => {
  const { cluster, context, sent, recorded } = applyManifest(id);
  const state = recorded.states[0];

  it('refuses and warns as recorded', () => {
    const lines = (state?.apply?.stderr ?? '').split('\n').filter((line) => line !== '' && !beyondServer.test(line));
    const wanted = lines.map(bare).sort();
    const said = [...new Set(sent.flatMap(saidOf))].sort();
    expect(said).toEqual([...new Set(wanted)].filter((line) => line !== ''));
  });

  it('changes nothing when what it stored is sent again', () => {
    for (const { object } of sent) {
      const kind = object && findKind(object.apiVersion, object.kind);
      if (!kind) continue;
      const { namespace = '', name } = object.metadata;
      const again = replace(cluster, kind, namespace, name, object as unknown as JsonObject, context);
      expect(again).toMatchObject({ ok: true, changes: [] });
    }
  });

  it('stores what was recorded', () => {
    for (const { table, object } of sent) {
      const list = object && listOf(table, state?.objects);
      const found = list?.find((item) => object && nameOf(item) === nameOf(object));
      // Not recorded in this list, or rewritten by a controller.
      if (!object || !found || (table === 'endpoints' && managed(found))) continue;
      expect(shown(object, table, found), nameOf(object)).toEqual(shown(found, table, found));
    }
  });
});

/** One line for each cause, warning or message. */
function saidOf({ status, warnings }: Sent): string[] {
  const causes = status?.causes.map(printFieldError) ?? [];
  return [...warnings, ...(status ? (causes.length > 0 ? causes : [status.message]) : [])];
}

/** A recorded line without kubectl's words around the server's; several causes on one line are not told apart. */
function bare(line: string): string {
  return line
    .replace(/^Warning: /, '')
    .replace(/^Error from server \(\w+\): error when creating "manifest.yaml": /, '')
    .replace(/^(The )?[\w.]+ "[^"]*" is invalid: ?/, '')
    .replace(/^\* /, '');
}

function listOf(table: string, objects: RecordedObjects | undefined): readonly RecordedObject[] | undefined {
  switch (table) {
    case 'services':
    case 'endpoints':
    case 'pods':
    case 'namespaces':
      return objects?.[table];
    case 'endpointslices':
      return objects?.endpointSlices;
    case 'deployments':
    case 'replicasets':
    case 'statefulsets':
      return objects?.workloads.filter((item) => item.metadata.ownerReferences === undefined);
    default:
      return undefined;
  }
}

function managed({ metadata }: RecordedObject): boolean {
  return metadata.labels?.['endpoints.kubernetes.io/managed-by'] !== undefined;
}

function nameOf({ metadata }: Pick<KubeObject, 'metadata'>): string {
  return keyOf(metadata.namespace, metadata.name);
}

/** What both sides can be compared by: without uid, kubectl's annotation, the binding of pods, and workloads' status. */
function shown(object: object, table: string, recorded: RecordedObject): unknown {
  const { metadata, spec, status, ...rest } = object as Omit<KubeObject, 'apiVersion' | 'kind'> & {
    readonly spec?: Readonly<Record<string, unknown>>;
    readonly status?: Readonly<Record<string, unknown>>;
  };
  const { apiVersion: _v, kind: _k, ...fields } = rest as Readonly<Record<string, unknown>>;
  const drop = (map: Readonly<Record<string, string>> = {}, ...keys: string[]) =>
    Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));
  const { uid: _uid, annotations, labels, deletionTimestamp: _d, deletionGracePeriodSeconds: _g, ...meta } = metadata;
  const { generation: _n, ...unbound } = meta;
  const isWorkload = ['deployments', 'replicasets', 'statefulsets'].includes(table);
  return {
    ...fields,
    metadata: {
      ...(table === 'pods' ? unbound : meta),
      labels: drop(labels, zone),
      annotations: drop(
        annotations,
        lastApplied,
        'deployment.kubernetes.io/revision',
        'endpoints.kubernetes.io/last-change-trigger-time',
      ),
    },
    spec: table === 'pods' ? podSpec(spec, recorded) : isWorkload ? { ...spec, template: undefined } : spec,
    status: isWorkload ? undefined : table === 'pods' ? status?.['qosClass'] : status,
  };
}

/** Of pods a part of the spec was recorded. */
function podSpec(spec: Readonly<Record<string, unknown>> = {}, recorded: RecordedObject): unknown {
  const wanted = recorded['spec'] as Readonly<Record<string, unknown>>;
  const fields = Object.keys(wanted).filter((field) => field !== 'nodeName');
  const ofContainer = ['name', 'image', 'ports', 'restartPolicy', 'env', 'readinessProbe'];
  return Object.fromEntries(
    fields.map((field) => {
      const value = spec[field];
      if (!Array.isArray(value) || !field.endsWith('ontainers')) return [field, value];
      const containers = value as Readonly<Record<string, unknown>>[];
      return [
        field,
        containers.map((c) => Object.fromEntries(Object.entries(c).filter(([key]) => ofContainer.includes(key)))),
      ];
    }),
  );
}
