/** Small scenes that bring every panel into every state a reader can meet. */

const service = (name: string, spec: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n${spec}---\n`;

const pod = (name: string, app: string, more = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n  labels:\n    app: ${app}\nspec:\n  containers:\n    - name: main\n      image: example/web:1\n      ports:\n        - name: http\n          containerPort: 8080\n${more}---\n`;

const deployment = (name: string, replicas: number): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\nspec:\n  replicas: ${replicas}\n  selector:\n    matchLabels:\n      app: ${name}\n  template:\n    metadata:\n      labels:\n        app: ${name}\n    spec:\n      containers:\n        - name: main\n          image: example/web:1\n---\n`;

const endpoints = (name: string, ...addresses: readonly string[]): string =>
  `apiVersion: v1\nkind: Endpoints\nmetadata:\n  name: ${name}\nsubsets:\n  - addresses:\n${addresses.map((ip) => `      - ip: ${ip}\n`).join('')}    ports:\n      - port: 80\n---\n`;

const client = pod('client', 'client');
const web = service('web', '  selector:\n    app: web\n  ports:\n    - port: 80\n      targetPort: 8080\n');
const header = (lines: readonly string[]): string => `${lines.map((line) => `# ${line}\n`).join('')}#---\n`;
const asks = (host: string, type = 'A'): readonly string[] => [
  'dns:',
  `  - {host: ${host}, type: ${type}, ns: default}`,
  'probes:',
  `  - {from: pod default/client, to: "${host}:80"}`,
];

/** A name for each scene, as the gallery prints it. */
export const scenes = {
  'every group: in, not ready, terminating, out by one letter':
    header(['pods:', '  default/web-2: {ready: false}', '  default/web-3: {terminating: true}', ...asks('web')]) +
    [web, pod('web-1', 'web'), pod('web-2', 'web'), pod('web-3', 'web'), pod('web-4', 'wbe'), client].join(''),
  'nothing selected: a letter too many':
    header(asks('web')) + [web, pod('web-1', 'webb'), pod('web-2', 'webb'), client].join(''),
  'written by hand, one host silent, one refuses':
    header([
      'cluster:',
      '  external:',
      '    22.22.22.22: {silent: true}',
      '    33.33.33.33: {refuses: true}',
      ...asks('db'),
    ]) +
    [
      service('db', '  ports:\n    - port: 80\n'),
      endpoints('db', '11.11.11.11', '22.22.22.22', '33.33.33.33'),
      client,
    ].join(''),
  'Endpoints without a Service': header(asks('db')) + [endpoints('db', '11.11.11.11'), client].join(''),
  'an alias':
    header(asks('api')) + [service('api', '  type: ExternalName\n  externalName: api.example.com\n'), client].join(''),
  headless:
    header(asks('web', 'SRV')) +
    [
      service('web', '  clusterIP: None\n  selector:\n    app: web\n  ports:\n    - name: http\n      port: 80\n'),
      pod('web-1', 'web'),
      pod('web-2', 'web'),
      client,
    ].join(''),
  'session affinity':
    header(asks('web')) +
    [web.replace('spec:\n', 'spec:\n  sessionAffinity: ClientIP\n'), deployment('web', 3), client].join(''),
  '300 endpoints': header(asks('web')) + [web, deployment('web', 300), client].join(''),
  'policy Local: each node its own':
    header(['pods:', '  default/web-1: {node: node-a}', '  default/web-2: {node: node-b}', ...asks('web')]) +
    [
      web
        .replace('spec:\n', 'spec:\n  type: NodePort\n  internalTrafficPolicy: Local\n  externalTrafficPolicy: Local\n')
        .replace('targetPort: 8080\n', 'targetPort: 8080\n      nodePort: 30080\n'),
      pod('web-1', 'web'),
      pod('web-2', 'web'),
      client,
    ].join(''),
  'hosts outside, each with its own end':
    header([
      'cluster:',
      '  external:',
      '    api.example.com: {addresses: [203.0.113.7], certificate: [www.example.com]}',
      '    shop.example.com: {addresses: [203.0.113.8], serves: [shop.example.com]}',
      '    192.168.10.22: {advertises: ["broker-1.internal:9092"]}',
      ...asks('api'),
    ]) +
    [
      service('api', '  type: ExternalName\n  externalName: api.example.com\n'),
      service('shop', '  type: ExternalName\n  externalName: shop.example.com\n'),
      service('kafka', '  ports:\n    - port: 9092\n'),
      endpoints('kafka', '192.168.10.22').replace('port: 80\n', 'port: 9092\n'),
      client,
    ].join(''),
  'several Services, one in trouble':
    header(asks('web')) +
    [
      web,
      service('api', '  selector:\n    app: apii\n  ports:\n    - port: 80\n'),
      pod('web-1', 'web'),
      pod('api-1', 'api'),
      client,
    ].join(''),
  'a team’s Services, each in another state':
    header(['pods:', '  default/half-2: {ready: false}', ...asks('web')]) +
    [
      web,
      pod('web-1', 'web'),
      service('half', '  selector:\n    app: half\n  ports:\n    - port: 80\n'),
      pod('half-1', 'half'),
      pod('half-2', 'half'),
      service('front', '  selector:\n    app: front\n  ports:\n    - port: 80\n'),
      pod('front-1', 'frnot'),
      service('named', '  selector:\n    app: named\n  ports:\n    - port: 80\n      targetPort: grpc\n'),
      pod('named-1', 'named'),
      service('search', '  selector:\n    app: search\n  ports:\n    - port: 9200\n'),
      service('billing', '  ports:\n    - port: 443\n'),
      service('db', '  type: ExternalName\n  externalName: db.example.com\n'),
      service('kafka', '  ports:\n    - port: 80\n'),
      endpoints('kafka', '192.168.10.22'),
      service('Upper', '  ports:\n    - port: 80\n'),
      service('api', '  ports:\n    - port: 80\n').replace('name: api', 'name: api\n  namespace: shop'),
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n---\n',
      client,
    ].join(''),
  'no record of this type': header(asks('web', 'AAAA')) + [web, pod('web-1', 'web'), client].join(''),
  'two steps: the list arrives, and is written anew':
    header(asks('db')) +
    [service('db', '  ports:\n    - port: 80\n'), client].join('') +
    `# step:\n#   action: apply\n#   note: the list arrives\n#---\n${endpoints('db', '11.11.11.11', '22.22.22.22')}` +
    `# step:\n#   action: apply\n#   note: one machine is replaced\n#---\n${endpoints('db', '11.11.11.11', '33.33.33.33')}`,
  'refused by the API server, with a fix':
    header(asks('web')) +
    [web.replace('targetPort: 8080', 'targetPort: 80800').replace('kind: Service', 'kind: Sevice'), client].join('') +
    web.replace('port: 80\n', 'port: 800000\n').replace('name: web', 'name: Web_1'),
  'cannot be read': 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n spec: [\n',
  'nothing at all': '',
} as const;

export type SceneName = keyof typeof scenes;
