/** Volumes in `kubectl describe`. */
import { entriesAt, fieldAt, listAt, textAt } from './field.ts';
import { writeLabels, type DescribeWriter } from './describe-writer.ts';
import type { Labels } from '../api/objects.ts';

/**
 * The Volumes section of a pod or (indented) of a template. Models kubectl/pkg/describe describeVolumes, v1.36.
 * Simplified: sources of single cloud and storage vendors print `<unknown>`.
 */
export function writeVolumes(w: DescribeWriter, volumes: readonly unknown[], space: string): void {
  w.write(0, `${space}Volumes:${volumes.length === 0 ? '\t<none>' : ''}\n`);
  for (const volume of volumes) {
    w.write(1, `${space === '' ? '' : ' '}${textAt(volume, 'name')}:\n`);
    const source = sources.find(({ field }) => fieldAt(volume, field) !== undefined);
    if (!source) {
      w.write(1, '<unknown>\n');
      continue;
    }
    w.write(2, `Type:\t${source.type}\n`);
    for (const row of source.rows(fieldAt(volume, source.field)))
      if (typeof row === 'string') w.write(2, row);
      else w.write(2, `${row[0]}:\t${row[1]}\n`);
  }
}

/** The claims a StatefulSet makes for its pods. Models describeVolumeClaimTemplates, v1.36. */
export function writeClaimTemplates(w: DescribeWriter, templates: readonly unknown[]): void {
  w.write(0, `Volume Claims:${templates.length === 0 ? '\t<none>' : ''}\n`);
  for (const claim of templates) {
    w.write(1, `Name:\t${textAt(claim, 'metadata', 'name')}\n`);
    w.write(1, `StorageClass:\t${classOf(claim)}\n`);
    writeLabels(w, '  Labels', fieldAt(claim, 'metadata', 'labels') as Labels | undefined);
    // Annotations of a claim are printed as labels are.
    writeLabels(w, '  Annotations', fieldAt(claim, 'metadata', 'annotations') as Labels | undefined);
    w.write(1, `Capacity:\t${textAt(claim, 'spec', 'resources', 'requests', 'storage') || '<default>'}\n`);
    w.write(1, `Access Modes:\t${goList(listAt(claim, 'spec', 'accessModes'))}\n`);
  }
}

/** The old annotation wins over the field. */
function classOf(claim: unknown): string {
  const annotation = fieldAt(claim, 'metadata', 'annotations', 'volume.beta.kubernetes.io/storage-class');
  return annotation === undefined ? textAt(claim, 'spec', 'storageClassName') : textAt(annotation);
}

/** How Go prints a list of texts. */
function goList(items: readonly unknown[]): string {
  return `[${items.map(String).join(' ')}]`;
}

/** A label and its text, or a whole line. */
type Row = readonly [string, string] | string;

interface Source {
  readonly field: string;
  readonly type: string;
  readonly rows: (source: unknown) => readonly Row[];
}

const isTrue = (source: unknown, field: string): string => String(fieldAt(source, field) === true);

/** In the order in which kubectl looks for them. */
const sources: readonly Source[] = [
  {
    field: 'hostPath',
    type: 'HostPath (bare host directory volume)',
    rows: (s) => [
      ['Path', textAt(s, 'path')],
      ['HostPathType', textAt(s, 'type')],
    ],
  },
  {
    field: 'emptyDir',
    type: "EmptyDir (a temporary directory that shares a pod's lifetime)",
    rows: (s) => [
      ['Medium', textAt(s, 'medium')],
      ['SizeLimit', textAt(s, 'sizeLimit') || '<unset>'],
    ],
  },
  {
    field: 'secret',
    type: 'Secret (a volume populated by a Secret)',
    rows: (s) => [
      ['SecretName', textAt(s, 'secretName')],
      ['Optional', isTrue(s, 'optional')],
    ],
  },
  {
    field: 'configMap',
    type: 'ConfigMap (a volume populated by a ConfigMap)',
    rows: (s) => [
      ['Name', textAt(s, 'name')],
      ['Optional', isTrue(s, 'optional')],
    ],
  },
  {
    field: 'nfs',
    type: 'NFS (an NFS mount that lasts the lifetime of a pod)',
    rows: (s) => [
      ['Server', textAt(s, 'server')],
      ['Path', textAt(s, 'path')],
      ['ReadOnly', isTrue(s, 'readOnly')],
    ],
  },
  {
    field: 'persistentVolumeClaim',
    type: 'PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)',
    rows: (s) => [
      ['ClaimName', textAt(s, 'claimName')],
      ['ReadOnly', isTrue(s, 'readOnly')],
    ],
  },
  {
    field: 'ephemeral',
    type: 'EphemeralVolume (an inline specification for a volume that gets created and deleted with the pod)',
    rows: (s) => (fieldAt(s, 'volumeClaimTemplate') === undefined ? [] : claimRows(fieldAt(s, 'volumeClaimTemplate'))),
  },
  {
    field: 'downwardAPI',
    type: 'DownwardAPI (a volume populated by information about the pod)',
    rows: (s) => ['Items:\n', ...listAt(s, 'items').map(itemRow)],
  },
  {
    field: 'projected',
    type: 'Projected (a volume that contains injected data from multiple sources)',
    rows: (s) => listAt(s, 'sources').flatMap(projectedRows),
  },
  {
    field: 'csi',
    type: 'CSI (a Container Storage Interface (CSI) volume source)',
    rows: (s) => [
      ['Driver', textAt(s, 'driver')],
      ['FSType', textAt(s, 'fsType')],
      ['ReadOnly', isTrue(s, 'readOnly')],
      ['VolumeAttributes', attributesOf(s)],
    ],
  },
  {
    field: 'image',
    type: 'Image (a container image or OCI artifact)',
    rows: (s) => [
      ['Reference', textAt(s, 'reference')],
      ['PullPolicy', textAt(s, 'pullPolicy')],
    ],
  },
];

/** A claim that is yet to be made: it has no volume, so no capacity and no access modes are printed. kubectl indents the values of lists once more. */
function claimRows(claim: unknown): readonly Row[] {
  const entries = (field: string, between: string): string =>
    entriesAt(claim, 'metadata', field)
      .map(([key, value]) => `    ${key}${between}${String(value)}`)
      .join('\n\t');
  return [
    ['StorageClass', classOf(claim)],
    ['Volume', textAt(claim, 'spec', 'volumeName')],
    ['Labels', entries('labels', '=') || '<none>'],
    ['Annotations', entries('annotations', ': ') || '    <none>'],
    ['Capacity', ''],
    ['Access Modes', ''],
    ['VolumeMode', textAt(claim, 'spec', 'volumeMode') || 'Filesystem'],
  ];
}

function itemRow(item: unknown): string {
  const from = textAt(item, 'fieldRef', 'fieldPath') || textAt(item, 'resourceFieldRef', 'resource');
  return `  ${from} -> ${textAt(item, 'path')}\n`;
}

function projectedRows(source: unknown): readonly Row[] {
  for (const [field, title] of [
    ['secret', 'SecretName'],
    ['downwardAPI', 'DownwardAPI'],
    ['configMap', 'ConfigMapName'],
    ['serviceAccountToken', 'TokenExpirationSeconds'],
  ] as const) {
    const found = fieldAt(source, field);
    if (found === undefined) continue;
    if (field === 'downwardAPI') return [[title, 'true']];
    if (field === 'serviceAccountToken') return [[title, textAt(found, 'expirationSeconds') || '3600']];
    return [
      [title, textAt(found, 'name')],
      ['Optional', isTrue(found, 'optional')],
    ];
  }
  return [];
}

/** kubectl indents the values once more. */
function attributesOf(source: unknown): string {
  const lines = entriesAt(source, 'volumeAttributes').map(([key, value]) => `    ${key}=${String(value)}`);
  return lines.join('\n\t') || '<none>';
}
