/** Tables of kinds that are stored and not simulated. */
import { describe, expect, test } from 'vitest';
import { openConsole } from './console.ts';

const manifest = `apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
spec:
  accessModes: [ReadWriteOnce]
  storageClassName: fast
  resources: {requests: {storage: 1Gi}}
---
apiVersion: v1
kind: PersistentVolume
metadata: {name: pv1}
spec:
  capacity: {storage: 5Gi}
  accessModes: [ReadWriteMany, ReadWriteOnce]
  hostPath: {path: /x}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  maxReplicas: 5
  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 60}}}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: rb}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r}
subjects: [{kind: ServiceAccount, name: sa, namespace: default}, {kind: User, name: jane}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: r}
rules: []
---
apiVersion: v1
kind: ReplicationController
metadata: {name: rc}
spec: {selector: {app: a}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: c, image: i}]}}}
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: fast, annotations: {storageclass.kubernetes.io/is-default-class: "true"}}
provisioner: p
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: sts}
spec: {serviceName: x, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: i}]}}}
`;

describe('kinds that are only stored have the columns that kubectl prints', () => {
  const run = openConsole(manifest);

  test.each<readonly [string, readonly string[]]>([
    [
      'get pvc',
      [
        'NAME   STATUS    VOLUME   CAPACITY   ACCESS MODES   STORAGECLASS   VOLUMEATTRIBUTESCLASS   AGE',
        'data   Pending                                      fast           <unset>                 10s',
      ],
    ],
    [
      'get pv -o wide',
      [
        'NAME   CAPACITY   ACCESS MODES   RECLAIM POLICY   STATUS      CLAIM   STORAGECLASS   VOLUMEATTRIBUTESCLASS   REASON   AGE   VOLUMEMODE',
        'pv1    5Gi        RWO,RWX        Retain           Available                          <unset>                          10s   Filesystem',
      ],
    ],
    [
      'get hpa',
      [
        'NAME   REFERENCE        TARGETS              MINPODS   MAXPODS   REPLICAS   AGE',
        'web    Deployment/web   cpu: <unknown>/60%   1         5         0          10s',
      ],
    ],
    ['get roles', ['NAME   CREATED AT', 'r      2000-01-01T00:00:00Z']],
    [
      'get rolebinding -o wide',
      ['NAME   ROLE     AGE   USERS   GROUPS   SERVICEACCOUNTS', 'rb     Role/r   10s   jane             default/sa'],
    ],
    [
      'get rc -o wide',
      [
        'NAME   DESIRED   CURRENT   READY   AGE   CONTAINERS   IMAGES   SELECTOR',
        'rc     1         0         0       10s   c            i        app=a',
      ],
    ],
    [
      'get sc',
      [
        'NAME             PROVISIONER   RECLAIMPOLICY   VOLUMEBINDINGMODE   ALLOWVOLUMEEXPANSION   AGE',
        'fast (default)   p             Delete          Immediate           false                  10s',
      ],
    ],
  ])('%s', (line, lines) => {
    expect(run(line)).toMatchObject({ stdout: `${lines.join('\n')}\n`, stderr: '' });
  });

  test('a revision names its controller', () => {
    expect(run('get controllerrevisions --no-headers').stdout).toMatch(
      /^sts-\w+ {3}statefulset.apps\/sts {3}1 {5}10s\n$/,
    );
  });
});
