import { describe, expect, it } from 'vitest';
import '../../../src/sim/apiserver/decode/more-fields.ts';
import type { JsonObject } from '../../../src/sim/api/objects.ts';
import { patchSchemaOf } from '../../../src/sim/kubectl/patch-schema.ts';
import { threeWayMergePatch } from '../../../src/sim/kubectl/three-way-merge.ts';

const service = (spec: JsonObject, more: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec,
  ...more,
});

function patchOf(last: JsonObject, file: JsonObject, live: JsonObject, kind = 'Service'): unknown {
  return threeWayMergePatch(last, file, live, patchSchemaOf(kind));
}

describe('three-way merge', () => {
  const http = { port: 80, targetPort: 8080 };
  const live = { port: 80, targetPort: 8080, protocol: 'TCP' };

  it('is empty when the file says what is there', () => {
    const file = service({ ports: [http] });
    expect(patchOf(file, file, service({ ports: [live], clusterIP: '10.96.1.1' }, { status: {} }))).toEqual({});
  });

  it('deletes what the last file said and this one does not', () => {
    const last = service({ selector: { app: 'web' }, ports: [http] });
    const file = service({ ports: [http] });
    expect(patchOf(last, file, service({ selector: { app: 'web' }, ports: [live] }))).toEqual({
      spec: { selector: null },
    });
  });

  it('leaves alone what others set', () => {
    const file = service({ ports: [http] });
    expect(patchOf(file, file, service({ ports: [live], selector: { app: 'other' } }))).toEqual({});
  });

  it('merges ports by number, deletions last, in the order of the file', () => {
    const last = service({ ports: [{ port: 80 }, { port: 81 }] });
    const file = service({ ports: [{ port: 443 }, { port: 80, name: 'http' }] });
    const now = service({
      ports: [
        { port: 80, protocol: 'TCP' },
        { port: 81, protocol: 'TCP' },
      ],
    });
    expect(patchOf(last, file, now)).toEqual({
      spec: {
        '$setElementOrder/ports': [{ port: 443 }, { port: 80 }],
        ports: [{ port: 443 }, { name: 'http', port: 80 }, { $patch: 'delete', port: 81 }],
      },
    });
  });

  it('sets the order alone when only that changed', () => {
    const file = service({ ports: [{ port: 81 }, { port: 80 }] });
    const now = service({ ports: [{ port: 80 }, { port: 81 }] });
    expect(patchOf(service({ ports: [{ port: 80 }, { port: 81 }] }), file, now)).toEqual({
      spec: { '$setElementOrder/ports': [{ port: 81 }, { port: 80 }] },
    });
  });

  it('replaces lists that have no merge key', () => {
    const endpoints = (ip: string): JsonObject => ({ kind: 'Endpoints', subsets: [{ addresses: [{ ip }] }] });
    expect(patchOf(endpoints('10.0.0.1'), endpoints('10.0.0.2'), endpoints('10.0.0.1'), 'Endpoints')).toEqual({
      subsets: [{ addresses: [{ ip: '10.0.0.2' }] }],
    });
  });

  it('sends null for a null in the file every time', () => {
    const file = service({ selector: null });
    expect(patchOf(file, file, service({ type: 'ClusterIP' }))).toEqual({ spec: { selector: null } });
  });

  it('keeps only the named fields of a strategy', () => {
    const deployment = (strategy: JsonObject): JsonObject => ({ kind: 'Deployment', spec: { strategy } });
    const now = deployment({ type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%' } });
    expect(patchOf({}, deployment({ type: 'Recreate' }), now, 'Deployment')).toEqual({
      spec: { strategy: { $retainKeys: ['type'], type: 'Recreate' } },
    });
  });

  it('says which item lacks its merge key, and which lists hold items of two kinds', () => {
    const last = service({ ports: [{ port: 80 }] });
    expect(patchOf(last, service({ ports: [{ name: 'http', nodePort: 30080 }] }), last)).toBe(
      'map: map[name:http nodePort:30080] does not contain declared merge key: port',
    );
    expect(patchOf(last, service({ ports: [80] }), last)).toBe(
      'list element types are not identical: [[map[port:80]] [80]]',
    );
  });

  it('compares finalizers as a set of scalars', () => {
    const meta = (...finalizers: string[]): JsonObject => ({ metadata: { finalizers } });
    expect(patchOf(meta('a', 'b'), meta('b', 'c'), meta('a', 'b'))).toEqual({
      metadata: {
        '$setElementOrder/finalizers': ['b', 'c'],
        '$deleteFromPrimitiveList/finalizers': ['a'],
        finalizers: ['c'],
      },
    });
  });

  it('holds keys with any name', () => {
    const labels = JSON.parse('{"metadata":{"labels":{"__proto__":"x"}}}') as JsonObject;
    expect(JSON.stringify(patchOf({}, labels, { metadata: { labels: {} } }))).toBe(
      '{"metadata":{"labels":{"__proto__":"x"}}}',
    );
  });
});
