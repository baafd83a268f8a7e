/** The API server's refusals (apimachinery/pkg/api/errors, v1.36). */
import type { FieldError } from '../api/field-error.ts';
import { formatFieldErrors } from '../api/format-field-error.ts';
import { goQuote } from '../api/go-text.ts';
import type { ApiKind } from '../api/kinds.ts';
import type { Status, StatusReason } from '../api/status.ts';

export function notFound(kind: ApiKind, name: string): Status {
  return status('NotFound', 404, `${resourceWithGroup(kind)} ${goQuote(name)} not found`);
}

export function namespaceNotFound(namespace: string): Status {
  return status('NotFound', 404, `namespaces ${goQuote(namespace)} not found`);
}

/** What a subresource that a kind does not have gives. */
export function noSuchResource(): Status {
  return status('NotFound', 404, 'the server could not find the requested resource');
}

export function alreadyExists(kind: ApiKind, name: string): Status {
  return status('AlreadyExists', 409, `${resourceWithGroup(kind)} ${goQuote(name)} already exists`);
}

/** The object is not the one, or not as it was when, the client read it. */
export function conflict(kind: ApiKind, name: string): Status {
  const why = 'the object has been modified; please apply your changes to the latest version and try again';
  return status(
    'Conflict',
    409,
    `Operation cannot be fulfilled on ${resourceWithGroup(kind)} ${goQuote(name)}: ${why}`,
  );
}

export function badRequest(message: string, paths: readonly string[] = []): Status {
  return { ...status('BadRequest', 400, message), paths };
}

export function forbiddenBecause(kind: ApiKind, name: string, why: string): Status {
  return status('Forbidden', 403, `${resourceWithGroup(kind)} ${goQuote(name)} is forbidden: ${why}`);
}

export function internalError(why: string): Status {
  return status('InternalError', 500, `Internal error occurred: ${why}`);
}

/** An error that is no status of its own. Models apiserver/pkg/endpoints/handlers/responsewriters ErrorToAPIStatus, v1.36. */
export function unknownError(why: string): Status {
  return status('', 500, why);
}

/** `Service "web" is invalid: …` with every field error. */
export function invalidObject(kind: ApiKind, name: string, causes: readonly FieldError[]): Status {
  const qualified = kind.group === '' ? kind.kind : `${kind.kind}.${kind.group}`;
  const message = `${qualified} ${goQuote(name)} is invalid: ${formatFieldErrors(causes)}`;
  return { reason: 'Invalid', code: 422, message, causes, paths: [] };
}

/** A patch whose result cannot be read: the server names neither kind nor object. */
export function invalidPatch(cause: FieldError, paths: readonly string[]): Status {
  return {
    reason: 'Invalid',
    code: 422,
    message: ` "" is invalid: ${formatFieldErrors([cause])}`,
    causes: [cause],
    paths,
  };
}

function status(reason: StatusReason, code: number, message: string): Status {
  return { reason, code, message, causes: [], paths: [] };
}

function resourceWithGroup(kind: ApiKind): string {
  return kind.group === '' ? kind.plural : `${kind.plural}.${kind.group}`;
}
