/** `kubectl api-resources`, `api-versions` and `version`: what the server has. */
import { apiKinds, apiVersionOf, type ApiKind } from '../api/kinds.ts';
import { commonFlags, parseCommandLine, usageError } from './command-line.ts';
import type { Flag } from './parse-flags.ts';
import type { Answer } from './read-answer.ts';
import { alignColumns, tableColumns } from './tabwriter.ts';

const flags: readonly Flag[] = [
  ...commonFlags,
  { name: 'api-group', type: 'text' },
  { name: 'namespaced', type: 'bool' },
  { name: 'categories', type: 'list' },
  { name: 'sort-by', type: 'text' },
  { name: 'no-headers', type: 'bool' },
  { name: 'cached', type: 'bool' },
];

/** `argv` starts after `api-resources`. Simplified: no `-o wide|json|yaml`. Models kubectl/pkg/cmd/apiresources, v1.36. */
export function apiResources(argv: readonly string[]): Answer {
  const line = parseCommandLine(argv, flags);
  if (!line.ok) return failed(usageError(line, 'api-resources'));
  if (line.args.length > 0)
    return failed(
      `unexpected arguments: [${line.args.join(' ')}]\nSee 'kubectl api-resources -h' for help and examples`,
    );
  const sortBy = line.text('sort-by') ?? '';
  if (!['', 'name', 'kind'].includes(sortBy)) return failed('--sort-by accepts only name or kind');
  const output = line.text('output') ?? '';
  if (output !== '' && output !== 'name') return failed(`--output ${output} is not part of the simulation`);
  const namespaced = line.text('namespaced');
  const group = line.text('api-group');
  const kinds = apiKinds
    .filter((kind) => kind.preferred)
    .filter((kind) => group === undefined || kind.group === group)
    .filter((kind) => namespaced === undefined || String(kind.namespaced) === namespaced)
    .filter((kind) => line.list('categories').every((category) => kind.categories?.includes(category)))
    .toSorted((a, b) => compare(keyOf(a, sortBy), keyOf(b, sortBy)) || compare(a.plural, b.plural));
  if (output === 'name')
    return printed(kinds.map(({ plural, group: g }) => `${g === '' ? plural : `${plural}.${g}`}\n`).join(''));
  const rows = kinds.map((kind) => [
    kind.plural,
    kind.shortNames?.join(',') ?? '',
    apiVersionOf(kind),
    String(kind.namespaced),
    kind.kind,
  ]);
  const header = line.bool('no-headers') ? [] : [['NAME', 'SHORTNAMES', 'APIVERSION', 'NAMESPACED', 'KIND']];
  const text = [...header, ...rows].map((cells) => `${cells.join('\t')}\n`).join('');
  return printed(alignColumns(text, tableColumns));
}

/** Every group with its versions, sorted. Models kubectl/pkg/cmd/apiresources apiversions.go, v1.36. */
export function apiVersions(): Answer {
  const versions = new Set(apiKinds.map(apiVersionOf));
  return printed(
    [...versions]
      .toSorted()
      .map((version) => `${version}\n`)
      .join(''),
  );
}

/** `argv` starts after `version`: kubectl's own version, and the server's unless only the client's is asked for. */
export function version(argv: readonly string[]): Answer {
  const line = parseCommandLine(argv, [...commonFlags, { name: 'client', type: 'bool' }]);
  if (!line.ok) return failed(usageError(line, 'version'));
  const client = 'Client Version: v1.36.2\nKustomize Version: v5.8.1\n';
  return printed(line.bool('client') ? client : `${client}Server Version: v1.36.2\n`);
}

function keyOf(kind: ApiKind, sortBy: string): string {
  return sortBy === 'name' ? kind.plural : sortBy === 'kind' ? kind.kind : kind.group;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function printed(stdout: string): Answer {
  return { stdout, stderr: '', code: 0 };
}

function failed(error: string): Answer {
  return { stdout: '', stderr: `error: ${error}\n`, code: 1 };
}
