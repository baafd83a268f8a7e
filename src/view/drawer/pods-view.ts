/** The panel of Pods and nodes, with what their switches show. */
import { isPodReady, kubectl, table } from '../../sim/index.ts';
import { rowLimit, type ViewContext } from '../context.ts';
import type { Glyph, PodRow, PodsView } from '../view-models.ts';

/** Beyond so many Pods nobody reads the table, and printing it would cost more than everything else. */
const printLimit = 200;

/** At most 50 Pods; the count holds all. */
export function podsView(context: ViewContext): PodsView {
  const { state } = context;
  const pods = table(state.cluster, 'pods');
  const rows: PodRow[] = [];
  for (const pod of pods.values()) {
    if (rows.length === rowLimit) break;
    rows.push(podRow(context, pod));
  }
  const argv = ['get', 'pods', ...(rows.some(({ namespace }) => namespace !== 'default') ? ['-A'] : []), '-o', 'wide'];
  const command = `kubectl ${argv.join(' ')}`;
  const printed = pods.size <= printLimit ? kubectl(state, argv, context.ages) : undefined;
  return {
    pods: rows,
    count: pods.size,
    nodes: [...table(state.cluster, 'nodes').values()].map(({ metadata, status }) => ({
      name: metadata.name,
      zone: metadata.labels?.['topology.kubernetes.io/zone'] ?? '',
      ready: status.conditions?.find(({ type }) => type === 'Ready')?.status === 'True',
      ip: status.addresses?.find(({ type }) => type === 'InternalIP')?.address ?? '',
    })),
    command,
    output: printed ? (printed.stdout === '' ? printed.stderr : printed.stdout) : '',
  };
}

type Pod = Parameters<typeof isPodReady>[0];

function podRow({ places }: ViewContext, pod: Pod): PodRow {
  const { namespace = '', name, labels = {}, deletionTimestamp } = pod.metadata;
  const { phase, podIP = '' } = pod.status;
  const ready = isPodReady(pod);
  const terminating = deletionTimestamp !== undefined;
  const place = places.of({ kind: 'Pod', namespace, name }, 'metadata.name');
  return {
    id: `${namespace}/${name}`,
    namespace,
    name,
    glyph: glyphOf(phase, ready, terminating),
    phase,
    ready,
    ip: podIP,
    node: pod.spec.nodeName ?? '',
    terminating,
    labels: Object.entries(labels)
      .map(([key, value]) => `${key}=${value}`)
      .join(' '),
    ...(place ? { place } : {}),
  };
}

function glyphOf(phase: string, ready: boolean, terminating: boolean): Glyph {
  if (terminating) return 'terminating';
  if (phase === 'Succeeded' || phase === 'Failed') return 'out';
  return ready ? 'ready' : 'not-ready';
}
