/** `kubectl describe`. */
import { tableName, type ApiKind } from '../api/kinds.ts';
import type { KubeObject } from '../api/objects.ts';
import type { DescribedEvents } from './describe-writer.ts';
import { selectionOf } from './get.ts';
import { errorText, type Answer, type ReadOptions } from './read-answer.ts';
import type { Printers } from './printers.ts';
import type { ReadArgs } from './read-args.ts';
import { selectObjects, type ReadState, type Selected, type Selection } from './select-objects.ts';

/** What `describe` prints. Models kubectl/pkg/cmd/describe DescribeOptions.Run, v1.36. */
export function describe(state: ReadState, args: ReadArgs, options: ReadOptions, printers: Printers): Answer {
  if (args.args.length === 0 && args.filenames.length === 0) return { stdout: '', stderr: noTypeGiven, code: 1 };
  const selection = selectionOf(args, options);
  if (!selection.ok) return { stdout: '', stderr: `error: ${selection.error}\n`, code: 1 };
  const selected = selectObjects(state, selection.selection);
  if (!selected.ok) return { stdout: '', stderr: `error: ${selected.error}\n`, code: 1 };
  const found = selected.groups.flatMap(({ kind, objects }) => objects.map((object) => ({ kind, object })));
  const several = found.length > 1 || selected.errors.length > 0;
  const describing: Describing = { state, options, printers, showEvents: args.showEvents ?? !several };
  const missing = selected.errors.some((error) => error.includes('(NotFound)'));
  if (missing && args.args.length === 2 && args.filenames.length === 0)
    return describeMatching(describing, args, selection.selection, selected);
  const nothing = found.length === 0 && selected.errors.length === 0;
  return {
    stdout: found.map(({ kind, object }) => describeObject(describing, kind, object)).join('\n\n'),
    stderr: errorText(selected.warnings, nothing ? [noResources(args)] : selected.errors),
    code: selected.errors.length > 0 ? 1 : 0,
  };
}

const noTypeGiven =
  'error: You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.\n';

interface Describing {
  readonly state: ReadState;
  readonly options: ReadOptions;
  readonly printers: Printers;
  readonly showEvents: boolean;
}

function noResources(args: ReadArgs): string {
  return args.allNamespaces ? 'No resources found' : `No resources found in ${args.namespace} namespace.`;
}

/** `describe svc we` without a Service `we`: everything whose name begins so. */
function describeMatching(
  describing: Describing,
  args: ReadArgs,
  selection: Selection,
  missed: Selected & { readonly ok: true },
): Answer {
  const [type = '', prefix = ''] = args.args;
  const all = selectObjects(describing.state, { ...selection, args: [type] });
  if (!all.ok) return { stdout: '', stderr: `error: ${all.error}\n`, code: 1 };
  const matching = all.groups.flatMap(({ kind, objects }) =>
    objects.filter(({ metadata }) => metadata.name.startsWith(prefix)).map((object) => ({ kind, object })),
  );
  if (matching.length === 0) return { stdout: '', stderr: errorText(missed.warnings, missed.errors), code: 1 };
  const stdout = matching.map(({ kind, object }) => `${describeObject(describing, kind, object)}\n`).join('');
  return { stdout, stderr: errorText(missed.warnings, []), code: 0 };
}

function describeObject(describing: Describing, kind: ApiKind, object: KubeObject): string {
  const { state, options, printers } = describing;
  const { name, namespace = '' } = object.metadata;
  const shown = eventsOf(describing, object);
  const age = options.ages({ kind: object.kind, namespace, name });
  const description = printers.descriptions.get(tableName(kind)) ?? printers.otherDescription;
  return description(object, { state, options, age, shown });
}

/** Events about the object; those that name no namespace are not found by kubectl's search. */
function eventsOf({ state, options, showEvents }: Describing, object: KubeObject): DescribedEvents {
  if (!showEvents) return {};
  const { name, namespace = '' } = object.metadata;
  const involved = namespace === '' ? `${object.kind}/${name}` : `${object.kind}/${namespace}/${name}`;
  const about = state.events.filter((event) => event.object === involved);
  return { events: about.map((event) => ({ event, age: options.ages({ kind: 'Event', namespace, name }) })) };
}
