/** Mistakes of the text itself that have one usual cause: named, and mended where that is one edit. */
import { nearest, table, type Problem } from '../sim/core.ts';
import type { ViewContext } from './context.ts';
import { withLineEndsOf } from './text-fixes.ts';
import type { Fix, Words } from './view-models.ts';

export interface Repairs {
  readonly fixes: readonly Fix[];
  /** The cause, or the question that goes with the fixes; added to the explanation. */
  readonly meant: Words;
}

type Repair = (context: ViewContext, problem: Problem) => Repairs | undefined;

/** The cause and its repair, if the problem is one of these. */
export function textRepairs(context: ViewContext, problem: Problem): Repairs | undefined {
  return repairs[problem.code]?.(context, problem);
}

const repairs: Partial<Record<Problem['code'], Repair>> = {
  DuplicateKey: missingSeparator,
  YamlSyntax: (context, problem) => template(context, problem) ?? tabs(context, problem),
  WrongType: quotes,
  Refused: missingNamespace,
  OwnerAbsent: foreignOwners,
  Invalid: (context, problem) =>
    nearValue(context, problem) ?? nearName(context, problem) ?? foreignAddress(context, problem),
};

/** A second `apiVersion` or `kind` at the left edge begins another object. */
function missingSeparator({ state, words, problems }: ViewContext, problem: Problem): Repairs | undefined {
  const { path, range } = problem;
  const others = state.problems.filter(({ code, document }) => code === problem.code && document === problem.document);
  const first = others.find((other) => other.path === 'apiVersion') ?? others.find((other) => other.path === 'kind');
  if (path === undefined || first?.path !== path || !atLineStart(state.text, range.start)) return undefined;
  return {
    fixes: [
      {
        title: words.fix.insertSeparator,
        start: range.start,
        end: range.start,
        text: withLineEndsOf(state.text, '---\n'),
      },
    ],
    meant: problems.cause.missingSeparator,
  };
}

const atLineStart = (text: string, at: number): boolean => at === 0 || text[at - 1] === '\n';

/** `{{ … }}` in the line of the mistake, or in the one above. */
function template({ state, problems }: ViewContext, { range }: Problem): Repairs | undefined {
  const from = state.text.lastIndexOf('\n', state.text.lastIndexOf('\n', range.start - 1) - 1) + 1;
  const to = state.text.indexOf('\n', range.end);
  return /\{\{.*\}\}/.test(state.text.slice(from, to < 0 ? undefined : to))
    ? { fixes: [], meant: problems.cause.template }
    : undefined;
}

/** Every tab that indents this document, by two spaces. */
function tabs({ state, words, problems }: ViewContext, { range }: Problem): Repairs | undefined {
  if (state.text[range.start] !== '\t') return undefined;
  const start = state.text.lastIndexOf('\n', range.start) + 1;
  const rest = state.text.slice(start);
  const next = /^---/m.exec(rest);
  const text = next ? rest.slice(0, next.index) : rest;
  const mended = text.replace(/^[ \t]*/gm, (indent) => indent.replaceAll('\t', '  '));
  return {
    fixes: [{ title: words.fix.tabs, start, end: start + text.length, text: mended }],
    meant: problems.cause.tab,
  };
}

/** A number or truth value where a text is wanted gets quotes; a quoted number where a number is wanted loses them. */
function quotes({ state, words }: ViewContext, { message, range: { start, end } }: Problem): Repairs | undefined {
  const said = /cannot unmarshal (\w+) into Go struct field \S+ of type (\S+)$/.exec(message);
  if (!said) return undefined;
  const [, had = '', wanted = ''] = said;
  const written = state.text.slice(start, end);
  const text =
    wanted === 'string' && /^(?:bool|number)$/.test(had) && /^[\w.+-]+$/.test(written)
      ? `"${written}"`
      : had === 'string' && /^int/.test(wanted)
        ? /^(["'])(\d+)\1$/.exec(written)?.[2]
        : undefined;
  return text === undefined ? undefined : { fixes: [{ title: words.fix.replace(text), start, end, text }], meant: [] };
}

/** A Namespace of nearly this name is meant; one that is nowhere is put before the object. */
function missingNamespace(context: ViewContext, { message, path, range }: Problem): Repairs | undefined {
  const { state, words, problems } = context;
  const name = /namespaces "([^"]+)" not found$/.exec(message)?.[1];
  if (name === undefined || path !== 'metadata.namespace') return undefined;
  const alike = nearest(
    name,
    [...table(state.cluster, 'namespaces').values()].map(({ metadata }) => metadata.name),
  );
  // Before all that lie in it, also those above this one.
  const first = state.problems.find((other) => other.message.endsWith(`namespaces "${name}" not found`));
  const start = documentStart(state.text, (first?.range ?? range).start);
  const manifest = `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n---\n`;
  const insert: Fix = {
    title: words.fix.addNamespace(name),
    start,
    end: start,
    text: withLineEndsOf(state.text, manifest),
  };
  const written = state.text.slice(range.start, range.end);
  if (alike === undefined || written !== name) return { fixes: [insert], meant: problems.cause.namespace(name) };
  const replace: Fix = { title: words.fix.replace(alike), ...range, text: alike };
  return { fixes: [replace, insert], meant: [...problems.cause.namespace(name), ...problems.didYouMean(alike)] };
}

function documentStart(text: string, at: number): number {
  const last = [...text.slice(0, at).matchAll(/^---[^\n]*\n/gm)].at(-1);
  return last ? last.index + last[0].length : 0;
}

/** `clusterip` for `ClusterIP`, `tcp` for `TCP`. */
function nearValue(context: ViewContext, { fieldError, range }: Problem): Repairs | undefined {
  if (fieldError?.type !== 'Unsupported value') return undefined;
  const wrong = context.state.text.slice(range.start, range.end).replace(/^(["'])(.*)\1$/, '$2');
  const allowed = [...(fieldError.detail ?? '').matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '');
  const alike = allowed.find((each) => each.toLowerCase() === wrong.toLowerCase()) ?? nearest(wrong, allowed);
  return alike === undefined ? undefined : replaceBy(context, range, alike);
}

/** `My_Service` becomes `my-service`. */
function nearName(context: ViewContext, { path = '', message, range }: Problem): Repairs | undefined {
  if (!/(?:^|\.)metadata\.name$/.test(path) || !/RFC|DNS-1035/.test(message)) return undefined;
  const wrong = context.state.text.slice(range.start, range.end).replace(/^(["'])(.*)\1$/, '$2');
  const right = wrong
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return right === '' || right === wrong || right.length > 63 ? undefined : replaceBy(context, range, right);
}

function replaceBy({ words, problems }: ViewContext, { start, end }: Problem['range'], text: string): Repairs {
  return { fixes: [{ title: words.fix.replace(text), start, end, text }], meant: problems.didYouMean(text) };
}

/** The ClusterIP of another cluster, with the list of addresses that was exported below it: the lines go. */
function foreignAddress({ state, words }: ViewContext, { message, range }: Problem): Repairs | undefined {
  const address = /failed to allocate IP ([\da-f.:]+): .*current range$/.exec(message)?.[1];
  if (address === undefined) return undefined;
  const from = documentStart(state.text, range.start);
  const lines = `^( *)clusterIP: *["']?${address}["']?\\s*\\n(?:\\1clusterIPs:.*\\n(?:\\1 *- .*\\n)*)?`;
  const typed = new RegExp(lines, 'm').exec(state.text.slice(from));
  if (!typed) return undefined;
  const start = from + typed.index;
  return {
    fixes: [{ title: words.fix.remove('clusterIP'), start, end: start + typed[0].length, text: '' }],
    meant: [],
  };
}

/** The field with all that stands in it, where it has lines of its own. */
function foreignOwners({ state, words }: ViewContext, { range }: Problem): Repairs | undefined {
  const start = state.text.lastIndexOf('\n', range.start - 1) + 1;
  const typed = /^( *)ownerReferences: *\r?\n(?:(?:\1 +| *(?=\r?\n)|\1(?=- )).*\n)*/.exec(state.text.slice(start));
  if (!typed) return undefined;
  return {
    fixes: [{ title: words.fix.remove('ownerReferences'), start, end: start + typed[0].length, text: '' }],
    meant: [],
  };
}
