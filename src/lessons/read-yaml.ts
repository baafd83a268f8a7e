import type { z } from 'astro/zod';
import { load } from 'js-yaml';
import { existsSync, readFileSync } from 'node:fs';
import { AuthorError } from './author-error.ts';

/** Reads a data file of an author. Throws an `AuthorError` if it is missing, no YAML, or not of the schema's shape. */
export function readYaml<S extends z.ZodType>(file: string, schema: S): z.output<S> {
  const value = parse(file, readText(file));
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = deepest(result.error.issues);
  throw new AuthorError(file, issue.path.map(String).join('.'), show(valueAt(value, issue.path)), issue.message);
}

/** The text of a file that must be there. */
export function readText(file: string): string {
  if (!existsSync(file)) throw new AuthorError(file, '', 'no such file', 'the file');
  return readFileSync(file, 'utf8');
}

function parse(file: string, text: string): unknown {
  try {
    return load(text);
  } catch (error) {
    throw new AuthorError(file, '', error instanceof Error ? error.message : String(error), 'YAML');
  }
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** In a union the alternative that got furthest is the one that was meant. */
function deepest(issues: readonly Issue[]): Issue {
  const [first = { path: [], message: 'another shape' }] = issues;
  const alternatives: readonly (readonly Issue[])[] = 'errors' in first ? (first.errors as Issue[][]) : [];
  const meant = alternatives.toSorted((a, b) => depth(b) - depth(a))[0];
  if (!meant) return first;
  const inner = deepest(meant);
  return { path: [...first.path, ...inner.path], message: inner.message };
}

/** An unknown key speaks against an alternative more than a wrong value inside it. */
function depth(issues: readonly Issue[]): number {
  return (
    Math.max(0, ...issues.map((issue) => issue.path.length)) - (issues.some((issue) => issue.path.length === 0) ? 1 : 0)
  );
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

const show = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 200));
