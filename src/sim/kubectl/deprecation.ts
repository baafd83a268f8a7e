/** Warnings that the API server sends with every request for a deprecated kind. */
import type { ApiKind } from '../api/kinds.ts';

/** The texts after `Warning: ` for a read or write of this kind; [] for most. Models api/core/v1 APILifecycle of Endpoints, v1.36. */
export function deprecationOf(kind: ApiKind): readonly string[] {
  return kind.group === '' && kind.plural === 'endpoints' ? endpoints : none;
}

const none: readonly string[] = [];
const endpoints = ['v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice'];
