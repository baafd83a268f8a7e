/** `kubectl events`. */
import { apiKinds, apiVersionOf } from '../api/kinds.ts';
import type { KubeObject } from '../api/objects.ts';
import { printJsonIndented } from '../yaml/print-json.ts';
import { printYaml } from '../yaml/print-yaml.ts';
import { commonFlags, parseCommandLine, usageError } from './command-line.ts';
import { escapeTerminal } from './escape-terminal.ts';
import { eventObjects } from './event-objects.ts';
import { textAt } from './field.ts';
import type { Flag } from './parse-flags.ts';
import type { Answer, ReadOptions } from './read-answer.ts';
import { findResource, noType } from './resource-args.ts';
import type { ReadState } from './select-objects.ts';
import { alignColumns, tableColumns } from './tabwriter.ts';
import { viewList } from './view-object.ts';

const flags: readonly Flag[] = [
  ...commonFlags,
  { name: 'watch', short: 'w', type: 'bool' },
  { name: 'all-namespaces', short: 'A', type: 'bool' },
  { name: 'for', type: 'text' },
  { name: 'types', type: 'list' },
  { name: 'no-headers', type: 'bool' },
  { name: 'chunk-size', type: 'text' },
];

/** `words` come after `events`. Models kubectl/pkg/cmd/events, v1.36; all events are of one age, so their order is the list's. */
export function events(state: ReadState, words: readonly string[], { ages }: ReadOptions): Answer {
  const line = parseCommandLine(words, flags);
  if (!line.ok) return refuse(usageError(line, 'events'));
  const wanted = line.text('for') ?? '';
  const [type = '', name = '', ...more] = wanted.split('/');
  const kind = findResource(type);
  if (more.length > 0) return refuse('arguments in resource/name form may not have more than one slash');
  if (wanted !== '' && !wanted.includes('/')) return refuse('--for must be in resource/name form');
  if (wanted !== '' && !kind) return refuse(noType(type));
  const types = line.list('types').map((each) => each.toLowerCase());
  if (types.some((each) => each !== 'normal' && each !== 'warning'))
    return refuse('valid --types are Normal or Warning');
  const all = line.bool('all-namespaces');
  const found = eventObjects(state.events, eventKind).filter(
    (event) =>
      (all || event.metadata.namespace === line.namespace) &&
      (types.length === 0 || types.includes(textAt(event, 'type').toLowerCase())) &&
      (!kind ||
        (textAt(event, 'involvedObject', 'kind') === kind.kind && textAt(event, 'involvedObject', 'name') === name)),
  );
  if (found.length === 0) {
    const stderr = all ? 'No events found.\n' : `No events found in ${line.namespace} namespace.\n`;
    return { stdout: '', stderr, code: 0 };
  }
  const output = line.text('output') ?? '';
  if (output === 'yaml') return { stdout: printYaml(viewList(found)), stderr: '', code: 0 };
  if (output === 'json') return { stdout: `${printJsonIndented(viewList(found))}\n`, stderr: '', code: 0 };
  const head = line.bool('no-headers') ? [] : ['LAST SEEN\tTYPE\tREASON\tOBJECT\tMESSAGE'];
  const rows = found.map((event) =>
    rowOf(event, ages({ kind: 'Event', namespace: event.metadata.namespace ?? '', name: event.metadata.name })),
  );
  const lines = [
    ...head.map((text) => (all ? `NAMESPACE\t${text}` : text)),
    ...rows.map((text, i) => (all ? `${found[i]?.metadata.namespace ?? ''}\t${text}` : text)),
  ];
  const answer = { stdout: `${alignColumns(lines.join('\n'), tableColumns)}\n`, stderr: '', code: 0 };
  return line.bool('watch') ? { ...answer, watching: true } : answer;
}

const eventKind = apiKinds.find(
  (kind) => kind.plural === 'events' && apiVersionOf(kind) === 'v1',
) as (typeof apiKinds)[number];

function rowOf(event: KubeObject, age: string): string {
  const shown = [textAt(event, 'type'), textAt(event, 'reason')].map(escapeTerminal);
  const object = [textAt(event, 'involvedObject', 'kind'), textAt(event, 'involvedObject', 'name')].map(escapeTerminal);
  return [age, ...shown, object.join('/'), escapeTerminal(textAt(event, 'message').trim())].join('\t');
}

function refuse(error: string): Answer {
  return { stdout: '', stderr: `error: ${error}\n`, code: 1 };
}
