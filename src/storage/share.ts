/**
 * A whole scene and the chosen view in a link: `s1.CHECKSUM.DATA`, DATA being deflate-raw and base64url of JSON.
 * The version stands first, so links of every release can be told apart for ever; a cut or altered link is named as such.
 */

export interface Shared {
  /** The whole scene file. */
  readonly scene: string;
  /** The view chosen, as the playground's selection; not trusted by the reader of it. */
  readonly selection: unknown;
}

export type ShareFault =
  /** Cut off or altered on its way. */
  | 'damaged'
  /** Made by a later release. */
  | 'newer'
  /** Larger than a scene may be. */
  | 'too large';

export type Decoded =
  { readonly ok: true; readonly shared: Shared } | { readonly ok: false; readonly fault: ShareFault };

/** Bytes a scene in a link may inflate to; stopped while inflating. */
export const shareLimit = 256 * 1024 + 4096;

/** What follows is not of the link: a full stop, a bracket, what a program added. */
const form = /^s1\.([0-9a-f]{8})\.([A-Za-z0-9_-]+)/;

/** The hash of a link, without `#`. */
export async function encodeShare({ scene, selection }: Shared): Promise<string> {
  const text = JSON.stringify({ scene, selection });
  const packed = await through(new CompressionStream('deflate-raw'), new TextEncoder().encode(text), Infinity);
  const data = toBase64Url(packed ?? new Uint8Array());
  return `s1.${checksum(data)}.${data}`;
}

/** What a hash holds; undefined if it is no share link at all. Never throws. */
export async function decodeShare(hash: string): Promise<Decoded | undefined> {
  const text = unwrapped(hash);
  const version = /^s(\d+)\./.exec(text)?.[1];
  if (version === undefined) return undefined;
  if (Number(version) > 1) return fault('newer');
  const [, sum, found = ''] = form.exec(text) ?? [];
  // A link set in italics may have taken an underscore along.
  const data = [found, found.replace(/[_-]+$/, '')].find((each) => checksum(each) === sum);
  if (data === undefined) return fault('damaged');
  try {
    const bytes = await through(new DecompressionStream('deflate-raw'), fromBase64Url(data), shareLimit);
    if (!bytes) return fault('too large');
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value !== 'object' || value === null || !('scene' in value) || typeof value.scene !== 'string')
      return fault('damaged');
    return { ok: true, shared: { scene: value.scene, selection: 'selection' in value ? value.selection : {} } };
  } catch {
    return fault('damaged');
  }
}

/** Without what mail and chat programs do to links: line breaks, and signs written as percents. */
function unwrapped(hash: string): string {
  const text = hash.replace(/^#/, '').replace(/%2E/gi, '.');
  return text.replace(/\s|%0[AD]|%20/gi, '');
}

const fault = (name: ShareFault): Decoded => ({ ok: false, fault: name });

/** All bytes of a transform; undefined as soon as there are more than `limit`. */
async function through(
  transform: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
  limit: number,
): Promise<Uint8Array | undefined> {
  const writer = transform.writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  written.catch(() => undefined);
  const reader = (transform.readable as ReadableStream<Uint8Array>).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  await written;
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

/** FNV-1a, 32 bits, in hex: tells a cut link from a whole one. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
