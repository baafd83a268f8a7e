/** The text of a patch on the command line: JSON, or YAML that becomes JSON. */
import type { Json } from '../api/objects.ts';
import { readDocument } from '../yaml/read-document.ts';
import { scanJson } from '../yaml/scan-json.ts';

export type PatchText =
  | { readonly ok: true; readonly value: Json }
  /** `client`: kubectl refuses it itself; else the API server does. */
  | { readonly ok: false; readonly client: boolean; readonly message: string };

/** Reads a patch. What begins with a brace goes to the server as it is. Models kubectl/pkg/cmd/patch with yaml.ToJSON, v1.36. */
export function readPatchText(text: string): PatchText {
  if (/^\s*\{/.test(text)) {
    const scan = scanJson(text, 0);
    if (scan && !scan.ok) return { ok: false, client: false, message: scan.problem };
    const document = readDocument(text, 'json');
    return document.error
      ? { ok: false, client: false, message: document.error.message }
      : { ok: true, value: document.value };
  }
  const document = readDocument(text);
  if (!document.error) return { ok: true, value: document.value };
  return { ok: false, client: true, message: `unable to parse "${text}": ${document.error.message}` };
}
