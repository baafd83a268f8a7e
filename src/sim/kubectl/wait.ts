/** `kubectl wait`: the state is at rest, so the condition holds now or time runs out. Simplified: one `--for`. */
import { goValue } from '../api/go-text.ts';
import type { KubeObject } from '../api/objects.ts';
import { notFound } from '../apiserver/statuses.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { commonFlags, parseCommandLine, usageError } from './command-line.ts';
import { parseRelaxed } from './custom-columns.ts';
import { plainError, printErrors, statusError, type KubectlError } from './errors.ts';
import { listAt, textAt } from './field.ts';
import { findJsonPath } from './jsonpath.ts';
import type { Flag } from './parse-flags.ts';
import type { Answer } from './read-answer.ts';
import { findObject, findTargets } from './targets.ts';
import { lowerKindWithGroup, viewObject } from './view-object.ts';

const flags: readonly Flag[] = [
  ...commonFlags,
  { name: 'for', type: 'text' },
  { name: 'timeout', type: 'text' },
  { name: 'selector', short: 'l', type: 'text' },
  { name: 'field-selector', type: 'text' },
  { name: 'all', type: 'bool' },
  { name: 'all-namespaces', short: 'A', type: 'bool' },
];

/** What is waited for: gone, there, or something about the object. An error in kubectl's words ends the command. */
type Condition =
  | { readonly type: 'delete' | 'create' }
  | { readonly type: 'met'; readonly met: (object: KubeObject) => boolean | string };

/** `argv` starts after `wait`. Models kubectl/pkg/cmd/wait, v1.36. */
export function wait(cluster: Cluster, argv: readonly string[]): Answer {
  const line = parseCommandLine(argv, flags);
  if (!line.ok) return ended('', [plainError(usageError(line, 'wait'))]);
  const typed = line.text('for');
  const condition = typed === undefined ? 'unrecognized condition: []' : readCondition(typed);
  if (typeof condition === 'string') return ended('', [plainError(condition)]);
  const found = findTargets(cluster, line.args, {
    namespace: line.namespace,
    selector: line.text('selector'),
    fieldSelector: line.text('field-selector'),
    all: line.bool('all'),
    allNamespaces: line.bool('all-namespaces'),
  });
  if (!found.ok) return ended('', [plainError(found.error)]);
  const forDelete = condition.type === 'delete';
  if (found.targets.length === 0 && !forDelete) return ended('', [plainError('no matching resources found')]);
  const once = /^0+[a-z]*$/.test(line.text('timeout') ?? '30s');
  const late = once ? 'condition not met for' : 'timed out waiting for the condition on';
  let stdout = '';
  const errors: KubectlError[] = [];
  for (const target of found.targets) {
    const { kind, name } = target;
    const object = findObject(cluster, target);
    if (!object && forDelete) continue;
    if (!object) {
      errors.push(statusError(notFound(kind, name), kind.kind, name));
      continue;
    }
    const met = condition.type === 'met' ? condition.met(object) : condition.type === 'create';
    if (met === true) stdout += `${lowerKindWithGroup(kind)}/${name} condition met\n`;
    else errors.push(plainError(met === false ? `${late} ${kind.plural}/${name}` : met));
  }
  return ended(stdout, errors);
}

function ended(stdout: string, errors: readonly KubectlError[]): Answer {
  return { stdout, stderr: printErrors(errors), code: errors.length > 0 ? 1 : 0 };
}

/** kubectl's words if it is no condition. */
function readCondition(text: string): Condition | string {
  const word = text.toLowerCase();
  if (word === 'delete' || word === 'create') return { type: word };
  if (text.startsWith('condition=')) {
    const [, type = '', status = 'true'] = /^condition=([^=]*)(?:=(.*))?$/.exec(text) ?? [];
    return { type: 'met', met: (object) => hasCondition(object, type, status) };
  }
  if (text.startsWith('jsonpath=')) return readJsonPathCondition(text.slice('jsonpath='.length));
  return `unrecognized condition: ${JSON.stringify(text)}`;
}

function hasCondition(object: KubeObject, type: string, status: string): boolean {
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const condition = listAt(object, 'status', 'conditions').find((each) => same(textAt(each, 'type'), type));
  return condition !== undefined && same(textAt(condition, 'status'), status);
}

const jsonPathForm =
  "jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3 or --for=jsonpath='{.status.readyReplicas}'";

/** `{.status.phase}=Running`; `==` belongs to the expression. */
function readJsonPathCondition(text: string): Condition | string {
  const [expression = '', value, ...more] = text.split(/(?<!=)=(?!=)/);
  if (more.length > 0) return jsonPathForm;
  const wanted = value?.replace(/^['"]+|['"]+$/g, '');
  if (wanted === '')
    return "jsonpath wait has to have a value after equal sign, like --for=jsonpath='{.status.readyReplicas}'=3";
  const parsed = parseRelaxed(expression);
  if (!parsed.ok) return parsed.error;
  if (parsed.path === '') return 'jsonpath expression cannot be empty';
  const met = (object: KubeObject): boolean | string => {
    const results = findJsonPath(parsed.nodes, viewObject(object), { allowMissing: true });
    if (!results.ok) return results.error;
    const [values = [], ...others] = results.groups;
    const [first] = values;
    if (first === undefined) return false;
    if (others.length > 0) return 'given jsonpath expression matches more than one list';
    if (values.length > 1) return 'given jsonpath expression matches more than one value';
    if (wanted === undefined) return true;
    if (first !== null && typeof first === 'object')
      return 'jsonpath leads to a nested object or list which is not supported';
    return goValue(first).trim() === wanted.trim();
  };
  return { type: 'met', met };
}
