/** Namespaces and Nodes. */
import type { FieldError } from '../../api/field-error.ts';
import { isDNS1123Label, isDNS1123Subdomain } from '../../api/names.ts';
import type { Namespace, Node } from '../../api/objects.ts';
import { validateObjectMeta } from './object-meta.ts';

/** Models pkg/apis/core/validation ValidateNamespace, v1.36. */
export function validateNamespace(namespace: Namespace): FieldError[] {
  return validateObjectMeta(namespace.metadata, false, isDNS1123Label);
}

/** Models the metadata part of pkg/apis/core/validation ValidateNode, v1.36. */
export function validateNode(node: Node): FieldError[] {
  return validateObjectMeta(node.metadata, false, isDNS1123Subdomain);
}
