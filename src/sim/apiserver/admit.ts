/** The API server's door: every write of kubectl and of the controllers comes through here. */
import type { ApiKind } from '../api/kinds.ts';
import type { Family, JsonObject, KubeObject } from '../api/objects.ts';
import type { Status } from '../api/status.ts';
import type { Allocator } from '../allocator/allocator.ts';
import type { Change, Cluster } from '../cluster/cluster.ts';

export interface AdmitContext {
  readonly allocator: Allocator;
  readonly families: readonly Family[];
  /** What happens to unknown fields: `strict` refuses (apply, create), `warn` warns (patch), `ignore` drops (controllers). */
  readonly fieldValidation: 'strict' | 'warn' | 'ignore';
}

export type AdmitResult =
  | {
      readonly ok: true;
      readonly cluster: Cluster;
      readonly object: KubeObject;
      /** Empty when the write changed nothing. */
      readonly changes: readonly Change[];
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly status: Status; readonly warnings: readonly string[] };

export type Create = (
  cluster: Cluster,
  kind: ApiKind,
  namespace: string,
  object: JsonObject,
  context: AdmitContext,
) => AdmitResult;
export type Replace = (
  cluster: Cluster,
  kind: ApiKind,
  namespace: string,
  name: string,
  object: JsonObject,
  context: AdmitContext,
) => AdmitResult;
export type Patch = (
  cluster: Cluster,
  kind: ApiKind,
  namespace: string,
  name: string,
  patch: JsonObject,
  how: { readonly type: 'strategic' | 'merge'; readonly subresource?: 'status' | 'scale' },
  context: AdmitContext,
) => AdmitResult;
export type Remove = (
  cluster: Cluster,
  kind: ApiKind,
  namespace: string,
  name: string,
  context: AdmitContext,
) => AdmitResult;
