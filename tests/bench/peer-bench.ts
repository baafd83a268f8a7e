/**
 * The same work in `@ngrok/webernetes`, Kubernetes' own controllers ported to the browser, as a ratio of one run: a Service over
 * `n` pods of a Deployment until all are listed as ready, then another target port until the lists have it. Its virtual clock is
 * stepped as fast as it goes. Ours reads the YAML as well; no views on either side.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { simulate, type Simulation } from '../../src/sim/index.ts';
import { figure, measure, summary, type Result } from './measure.ts';
import { freshScene, manyServices } from './scenes.ts';

/** As much of the peer as is used here. */
interface Peer {
  readonly Cluster: new () => PeerCluster;
  readonly BaseImage: new () => { exec(context: PeerProcess, argv: readonly string[]): Promise<number> };
}

interface PeerProcess {
  waitUntilKilled(): Promise<number>;
}

interface PeerSlice {
  readonly metadata: { readonly labels?: Readonly<Record<string, string>> };
  readonly endpoints?: readonly { readonly conditions?: { readonly ready?: boolean } }[];
  readonly ports?: readonly { readonly port?: number }[];
}

interface PeerCluster {
  readonly clock: { step(milliseconds: number): void };
  readonly api: {
    readonly discoveryv1: {
      listNamespacedEndpointSlice(of: { namespace: string }): Promise<{ readonly items: readonly PeerSlice[] }>;
    };
  };
  registerImage(image: unknown): void;
  init(): Promise<void>;
  pause(): void;
  apply(objects: readonly object[]): Promise<unknown>;
  close(): Promise<void>;
}

const lacking =
  'webernetes 0.3.5 has no Endpoints, no EndpointSlices of 100, no hand-written lists, no IPv6, no ExternalName: addresses and dual-stack are not compared.';

export async function peerBench(): Promise<readonly Result[]> {
  console.error(lacking);
  const folder = mkdtempSync(join(tmpdir(), 'endpoint-lab-peer-'));
  try {
    const peer = await load(folder);
    const results: Result[] = [];
    for (const pods of [3, 50]) results.push(...(await compare(peer, pods)));
    return results;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Node cannot import the package as it is: its imports have no extensions. */
async function load(folder: string): Promise<Peer> {
  const entry = fileURLToPath(import.meta.resolve('@ngrok/webernetes'));
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: entry, write: false, minify: false },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (!chunk) throw new Error('the peer was not bundled');
  const file = join(folder, 'peer.mjs');
  writeFileSync(file, chunk.code);
  return (await import(pathToFileURL(file).href)) as Peer;
}

async function compare(peer: Peer, pods: number): Promise<readonly Result[]> {
  const fresh: number[] = [];
  const edits: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const times = await runPeer(peer, pods, 10);
    fresh.push(times.fresh);
    edits.push(...times.edits);
  }
  let previous: Simulation = simulate(manyServices(1, pods, 0, 8080));
  const ours = {
    fresh: measure('', 40, (run) => void simulate(freshScene(pods, run)), 20),
    edit: measure('', 40, (run) => void (previous = simulate(manyServices(1, pods, 0, 9000 + run), { previous })), 20),
  };
  const theirs = { fresh: summary('', 'ms', fresh), edit: summary('', 'ms', edits) };
  return (['fresh', 'edit'] as const).flatMap((work) => [
    { ...theirs[work], name: `webernetes-${work}/${pods}` },
    { ...ours[work], name: `engine-${work}/${pods}` },
    figure(`ratio-${work}/${pods}`, 'times', theirs[work].median / ours[work].median),
  ]);
}

interface Times {
  readonly fresh: number;
  readonly edits: readonly number[];
}

async function runPeer({ Cluster, BaseImage }: Peer, pods: number, editCount: number): Promise<Times> {
  const cluster = new Cluster();
  cluster.registerImage(
    class extends BaseImage {
      static readonly imageName = 'example/web';
      static readonly imageVersion = '1';
      readonly defaultCommand = ['server'];
      override exec(context: PeerProcess): Promise<number> {
        return context.waitUntilKilled();
      }
    },
  );
  cluster.pause();
  await driven(cluster, cluster.init());
  const fresh = await timed(async () => {
    await driven(cluster, cluster.apply([service(8080), deployment(pods)]));
    await until(cluster, (slices) => readyIn(slices) === pods);
  });
  const edits: number[] = [];
  for (let edit = 0; edit < editCount; edit += 1) {
    const port = 9000 + edit;
    const time = await timed(async () => {
      await driven(cluster, cluster.apply([service(port)]));
      await until(cluster, (slices) => slices.every(({ ports }) => ports?.[0]?.port === port));
    });
    edits.push(time);
  }
  await cluster.close();
  return { fresh, edits };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Steps the clock until the work is done; between steps everything that waits for nothing but its turn runs. */
async function driven(cluster: PeerCluster, work: Promise<unknown>): Promise<void> {
  let settled = false;
  const done = work.finally(() => (settled = true));
  // A failure is thrown below.
  done.catch(() => undefined);
  for (let steps = 0; ; steps += 1) {
    await turn();
    if (settled) break;
    if (steps > mostSteps) throw new Error('the peer does not come to rest');
    cluster.clock.step(stepMilliseconds);
  }
  await done;
}

async function until(cluster: PeerCluster, isRight: (slices: readonly PeerSlice[]) => boolean): Promise<void> {
  for (let steps = 0; steps < mostSteps; steps += 1) {
    await turn();
    const { items } = await cluster.api.discoveryv1.listNamespacedEndpointSlice({ namespace: 'default' });
    const ofService = items.filter(({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === 'web');
    if (ofService.length > 0 && isRight(ofService)) return;
    cluster.clock.step(stepMilliseconds);
  }
  throw new Error('the peer does not come to rest');
}

const stepMilliseconds = 100;
const mostSteps = 5000;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const readyIn = (slices: readonly PeerSlice[]): number =>
  slices.flatMap(({ endpoints = [] }) => endpoints).filter(({ conditions }) => conditions?.ready).length;

const service = (targetPort: number): object => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'default' },
  spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort, protocol: 'TCP' }] },
});

const deployment = (replicas: number): object => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'default' },
  spec: {
    replicas,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'main', image: 'example/web:1', ports: [{ containerPort: 8080 }] }] },
    },
  },
});
