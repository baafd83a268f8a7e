/** "Did you mean" for kinds, API versions and fields. */
import { apiKinds, apiVersionOf, fieldsAt, nearest, parsePath, type Problem } from '../sim/core.ts';
import type { ViewContext } from './context.ts';
import { textRepairs, type Repairs } from './text-repairs.ts';

const nothing: Repairs = { fixes: [], meant: [] };

/** Repairs of a problem of the shown text, at most two. */
export function problemFixes(context: ViewContext, problem: Problem): Repairs {
  if (problem.code === 'UnknownKind') return kindFixes(context, problem);
  if (problem.code === 'UnknownField') return fieldFixes(context, problem);
  return textRepairs(context, problem) ?? nothing;
}

function kindFixes(context: ViewContext, problem: Problem): Repairs {
  const { document, path = 'kind' } = problem;
  const outcome = context.state.outcomes.find((each) => each.document === document);
  if (!outcome) return nothing;
  const steps = parsePath(path).slice(0, -1);
  const object = steps.reduce<unknown>(fieldOf, outcome.yaml.value);
  const [kind, apiVersion] = [fieldOf(object, 'kind'), fieldOf(object, 'apiVersion')];
  if (typeof kind !== 'string' || typeof apiVersion !== 'string') return nothing;
  const group = apiVersion.split('/')[0] ?? '';
  if (group === 'kustomize.config.k8s.io') return { fixes: [], meant: context.problems.cause.kustomize };
  if (isForeign(apiVersion)) return nothing;
  const known = apiKinds.filter((each) => each.kind === kind);
  if (known.length > 0) {
    const version = apiVersionOf(known.find(({ preferred }) => preferred) ?? (known[0] as (typeof known)[number]));
    return repair(context, problem, [...steps, 'apiVersion'], apiVersion, version);
  }
  const kinds = [...new Set(apiKinds.map((each) => each.kind))];
  const alike = kinds.find((each) => each.toLowerCase() === kind.toLowerCase()) ?? nearest(kind, kinds);
  return alike === undefined ? nothing : repair(context, problem, [...steps, 'kind'], kind, alike);
}

/** A group that an operator brings: its kinds are no slips, whatever they are called. */
export function isForeign(apiVersion: string): boolean {
  const [group = ''] = apiVersion.split('/');
  if (!group.includes('.') || /(?:^|\.)k8s\.io$/.test(group)) return false;
  return nearest(group, new Set(apiKinds.map((known) => known.group))) === undefined;
}

function fieldFixes(context: ViewContext, problem: Problem): Repairs {
  const { document, path = '' } = problem;
  const outcome = context.state.outcomes.find((each) => each.document === document && each.object);
  const steps = parsePath(path);
  const own = steps[0] === 'items' && typeof steps[1] === 'number' ? steps.slice(2) : steps;
  const wrong = own.at(-1);
  if (!outcome?.object || typeof wrong !== 'string') return nothing;
  const fields = fieldsAt(outcome.object.kind, own);
  const alike = fields.find((field) => field.toLowerCase() === wrong.toLowerCase()) ?? nearest(wrong, fields);
  if (alike === undefined) return nothing;
  return repairAt(context, problem.range.start, problem.range.end, wrong, alike);
}

/** A field of what was read, whatever that is. */
export const fieldOf = (value: unknown, step: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as Readonly<Record<string | number, unknown>>)[step]
    : undefined;

/** Replaces the value of a field, found in the text of the problem's document. */
function repair(
  context: ViewContext,
  problem: Problem,
  steps: readonly (string | number)[],
  from: string,
  to: string,
): Repairs {
  const outcome = context.state.outcomes.find((each) => each.document === problem.document);
  const found = outcome && context.places.inOutcome(outcome, steps);
  return found ? repairAt(context, found.start, found.end, from, to) : nothing;
}

/** Only where the text really holds the word: not in what an alias or an escape stands for. */
function repairAt(
  { state, words, problems }: ViewContext,
  start: number,
  end: number,
  from: string,
  to: string,
): Repairs {
  const at = state.text.slice(start, end).indexOf(from);
  if (at < 0) return nothing;
  const fix = { title: words.fix.replace(to), start: start + at, end: start + at + from.length, text: to };
  return { fixes: [fix], meant: problems.didYouMean(to) };
}
