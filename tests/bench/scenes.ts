/** Scenes of a given size, each with names of its own, so that no run finds what another has computed. */

const service = (name: string, app: string, targetPort = 8080): string => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  selector:
    app: ${app}
  ports:
  - port: 80
    targetPort: ${targetPort}
`;

const deployment = (name: string, replicas: number): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: ${replicas}
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      containers:
      - name: main
        image: example/web:1
        ports:
        - name: http
          containerPort: 8080
`;

const client = `apiVersion: v1
kind: Pod
metadata:
  name: client
spec:
  containers:
  - name: main
    image: example/client:1
`;

const header = (host: string): string =>
  `# dns:\n#   - {host: ${host}, type: A, ns: default}\n# probes:\n#   - {from: pod default/client, to: "${host}:80"}\n#---\n`;

/** One Service over `pods` pods of one Deployment; `seed` makes every name new. */
export const freshScene = (pods: number, seed: number): string =>
  header(`web-${seed}`) +
  [service(`web-${seed}`, `app-${seed}`), deployment(`app-${seed}`, pods), client].join('---\n');

/**
 * `services` Services over `pods` pods in as many Deployments; the Service `edited` has `targetPort` as its target port.
 * Two texts that differ in one of the two numbers differ in one Service.
 */
export function manyServices(services: number, pods: number, edited: number, targetPort: number): string {
  const each = Math.ceil(pods / services);
  const documents = Array.from({ length: services }, (_, i) =>
    service(`web-${i}`, `app-${i}`, i === edited ? targetPort : 8080),
  );
  const workloads = Array.from({ length: services }, (_, i) =>
    deployment(`app-${i}`, Math.min(each, Math.max(0, pods - i * each))),
  );
  return header(`web-${edited}`) + [...documents, ...workloads, client].join('---\n');
}

/** A Service without a selector and `addresses` addresses typed for it. */
export const typedEndpoints = (addresses: number): string =>
  header('db') +
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: db\nspec:\n  ports:\n  - port: 80\n    targetPort: 8080\n---\napiVersion: v1\nkind: Endpoints\nmetadata:\n  name: db\nsubsets:\n- ports:\n  - port: 8080\n  addresses:\n` +
  Array.from({ length: addresses }, (_, i) => `  - ip: 11.${1 + (i >> 16)}.${(i >> 8) & 255}.${i & 255}\n`).join('') +
  `---\n${client}`;

/** A Service of both families over `pods` pods. */
export const dualStack = (pods: number, targetPort: number): string =>
  `# cluster:\n#   families: [IPv4, IPv6]\n${header('web')}${[
    service('web', 'app', targetPort).replace('spec:\n', 'spec:\n  ipFamilyPolicy: RequireDualStack\n'),
    deployment('app', pods),
    client,
  ].join('---\n')}`;
