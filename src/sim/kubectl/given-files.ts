/** The files that `-f` names. */
import { goQuote } from '../api/go-text.ts';
import { plainError, type KubectlError } from './errors.ts';
import { readManifest, type Manifest } from './read-manifest.ts';
import type { WriteContext } from './write-context.ts';

export interface GivenFile {
  readonly name: string;
  /** What kubectl calls it in its errors: `STDIN` for `-`. */
  readonly source: string;
  readonly text: string;
  readonly manifest: Manifest;
}

export type GivenFiles =
  | { readonly ok: true; readonly files: readonly GivenFile[] }
  | { readonly ok: false; readonly errors: readonly KubectlError[] };

/** Reads every file in the order typed; nothing is read if one of them is missing. */
export function readGivenFiles(names: readonly string[], namespace: string, context: ReadContext): GivenFiles {
  const missing = names.filter((name) => !context.files.has(name));
  if (missing.length > 0)
    return { ok: false, errors: missing.map((name) => plainError(`the path ${goQuote(name)} does not exist`)) };
  const files = names.map((name) => {
    const text = context.files.get(name) ?? '';
    const source = name === '-' ? 'STDIN' : name;
    return {
      name,
      source,
      text,
      manifest: readManifest(text, source, namespace, context.memo, context.parts.checkList),
    };
  });
  return { ok: true, files };
}

type ReadContext = Pick<WriteContext, 'files' | 'memo' | 'parts'>;
