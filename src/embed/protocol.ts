/** What the host page (embed.ts) and the frame say to each other. Checked on arrival: anybody may send anything. */
export const version = 1;

/** Bytes of a scene, as everywhere in the product. */
const sceneLimit = 256 * 1024;

/** Host → frame. */
export interface Hello {
  readonly scene?: string;
  readonly theme?: 'auto' | 'light' | 'dark';
  readonly panels?: readonly string[];
}

/** A hello, or undefined if the data is anything else. Unknown fields are ignored. */
export function parseHello(data: unknown): Hello | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const field = (name: string): unknown =>
    Object.hasOwn(data, name) ? (data as Record<string, unknown>)[name] : undefined;
  if (field('type') !== 'endpoint-lab:hello' || field('version') !== version) return undefined;
  const scene = field('scene');
  const theme = field('theme');
  const panels = field('panels');
  if (scene !== undefined && (typeof scene !== 'string' || new TextEncoder().encode(scene).length > sceneLimit))
    return undefined;
  return {
    ...(typeof scene === 'string' && { scene }),
    ...((theme === 'auto' || theme === 'light' || theme === 'dark') && { theme }),
    ...(typeof panels === 'string' && { panels: panels.split(/\s+/).filter((name) => /^[a-z]{1,20}$/.test(name)) }),
  };
}

/** Frame → host, before the host is known: says nothing but that it listens. */
export const ready = { type: 'endpoint-lab:ready', version } as const;

/** Frame → host: the height of its content, in pixels. */
export const size = (height: number) => ({ type: 'endpoint-lab:size', version, height }) as const;
