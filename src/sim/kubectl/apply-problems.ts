/** What went wrong in an apply, at its place in the text. */
import { formatFieldError } from '../api/format-field-error.ts';
import type { Problem, ProblemCode, Range } from '../api/problems.ts';
import { isModelled } from '../api/kinds.ts';
import type { Status } from '../api/status.ts';
import { rangeOf } from '../yaml/find-range.ts';
import type { DocumentOutcome } from './apply.ts';
import { mapKind } from './kind-mapping.ts';

/** Problems of one object that was sent: refusals, warnings, kinds that are only stored. */
export function outcomeProblems(outcome: DocumentOutcome): readonly Problem[] {
  const problems: Problem[] = outcome.status ? refusals(outcome) : [];
  if (!outcome.status && outcome.error !== undefined && outcome.object)
    problems.push(at(outcome, 'Refused', 'error', outcome.error, 'metadata.name'));
  for (const warning of outcome.warnings)
    problems.push(at(outcome, 'Warning', 'warning', warning, warningPath(warning)));
  const kind = outcome.object && mapKind(typeText(outcome, 'apiVersion'), typeText(outcome, 'kind'));
  if (kind && outcome.verb && !isModelled(kind)) problems.push(at(outcome, 'NotSimulated', 'info', '', 'kind'));
  return problems;
}

function refusals(outcome: DocumentOutcome): Problem[] {
  const { status, error = '' } = outcome;
  if (!status) return [];
  const problems = new Map<string, Problem>();
  for (const cause of status.causes) {
    // What a patch as a whole is accused of is shown at the fields that are named.
    if (cause.path === 'patch' && status.paths.length > 0) continue;
    const message = formatFieldError(cause);
    problems.set(message, { ...at(outcome, 'Invalid', 'error', message, cause.path), fieldError: cause });
  }
  for (const path of status.paths) problems.set(path, at(outcome, codeOf(status, path), 'error', error, path));
  if (problems.size > 0) return [...problems.values()];
  const aboutNamespace = status.reason === 'NotFound' && /^namespaces /.test(status.message);
  return [at(outcome, 'Refused', 'error', error, aboutNamespace ? 'metadata.namespace' : 'metadata.name')];
}

function codeOf(status: Status, path: string): ProblemCode {
  if (path === 'kind') return 'UnknownKind';
  return status.message.includes('strict decoding error') ? 'UnknownField' : 'WrongType';
}

function at(
  outcome: DocumentOutcome,
  code: ProblemCode,
  severity: Problem['severity'],
  message: string,
  path: string,
): Problem {
  const full = outcome.item === undefined ? path : `items[${outcome.item}]${path === '' ? '' : `.${path}`}`;
  const side = code === 'UnknownField' || code === 'NotSimulated' ? 'key' : 'value';
  return {
    code,
    severity,
    message,
    document: outcome.document,
    path,
    range: rangeIn(outcome.range, outcome.yaml, full, side),
  };
}

/** The field of a warning that names one: `spec.externalIPs is deprecated`. */
function warningPath(warning: string): string {
  const annotation = /^annotation (\S+) is deprecated/.exec(warning)?.[1];
  if (annotation !== undefined) return `metadata.annotations.${annotation}`;
  return /^(?:spec|metadata|subsets|endpoints|status)[\w.[\]-]*/.exec(warning)?.[0].replace(/\.$/, '') ?? 'kind';
}

function typeText(outcome: DocumentOutcome, field: 'apiVersion' | 'kind'): string {
  const text = outcome.value?.[field];
  return typeof text === 'string' ? text : '';
}

/** A field's place in the whole text; a field that is missing is shown at the key of what should hold it. */
function rangeIn(range: Range, yaml: DocumentOutcome['yaml'], path: string, side: 'key' | 'value'): Range {
  const found = rangeOf(yaml, path);
  const place = found.exact && path !== '' ? found[side] : found.key;
  return { start: range.start + place.start, end: range.start + place.end };
}
