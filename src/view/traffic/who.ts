/** Who asks, and who stands at an address, in the picture's words. */
import { objectIn, type Verdict } from '../../sim/core.ts';
import type { ViewContext } from '../context.ts';
import type { PictureModel } from '../view-models.ts';

/** `client` over `10.244.1.13 · node-a`; a process on a node; outside. */
export function clientOf({ words }: ViewContext, { probe, fromIP, node, note }: Verdict): PictureModel['client'] {
  const [kind = '', rest = ''] = probe.from.trim().split(/\s+/, 2);
  if (kind === 'external') return { title: words.clients.outside, detail: fromIP ?? note ?? rest, outside: true };
  if (kind === 'node') return { title: words.clients.process, detail: words.clients.node(rest), outside: false };
  const [namespace, name] = rest.includes('/') ? rest.split('/') : ['default', rest];
  const title = namespace === 'default' ? (name ?? rest) : rest;
  return { title, detail: [fromIP, node, note].filter(Boolean).join(' · '), outside: false };
}

/** `web-1 · node-a`, `shop/web-1 · node-a` from another namespace; the name alone and the node's. */
export function podWho(
  { state, words }: ViewContext,
  namespace: string,
  name: string,
  home = 'default',
): { readonly name: string; readonly node: string; readonly both: string } {
  const pod = objectIn(state.cluster, 'pods', namespace, name);
  const shown = namespace === home ? name : `${namespace}/${name}`;
  const node = pod?.spec.nodeName ?? '';
  return { name: shown, node, both: `${shown} · ${node === '' ? words.endpoints.notScheduled : node}` };
}
