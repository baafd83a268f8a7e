/** Requests, one after the other: draws by the shares of a verdict. */
import type { Outcome, Verdict } from '../api/questions.ts';

export interface PlayedRequest {
  /** Place in `verdict.reached`; absent when the request reached nothing. */
  readonly reached?: number;
  readonly outcome: Outcome;
}

/**
 * The fate of `count` requests in order. The same question with the same endpoints gives the same draws, and fewer requests
 * are the beginning of more; another `seed` gives other draws. With session affinity every request goes where the first one went.
 */
export function play(verdict: Verdict, count: number, seed = 0): readonly PlayedRequest[] {
  const next = generator(seedOf(verdict) ^ seed);
  const first = draw(verdict, next());
  return Array.from({ length: Math.max(0, Math.floor(count)) }, (_, i) =>
    i === 0 || verdict.affinity ? first : draw(verdict, next()),
  );
}

function draw({ reached, outcome, perNode }: Verdict, random: number): PlayedRequest {
  let sum = 0;
  for (const [i, { share, outcome: end }] of reached.entries()) {
    sum += share[0] / share[1];
    if (random < sum) return { reached: i, outcome: end };
  }
  if (reached.length === 0) return { outcome };
  // What is missing of a whole went to nodes that have no endpoint; a sum of thirds may miss it by rounding.
  const missed = Object.values(perNode ?? {}).find((node) => node.endpoints.length === 0);
  const last = reached.length - 1;
  return missed ? { outcome: missed.outcome } : { reached: last, outcome: reached[last]?.outcome ?? outcome };
}

function seedOf({ probe, reached }: Verdict): number {
  const text = [probe.from, probe.to, probe.proto, probe.family, ...reached.map(({ endpoint }) => endpoint)].join(' ');
  return hashOf(text);
}

/** FNV-1a, 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Numbers from 0 up to 1 (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
