/** Volumes in `kubectl describe`. */
import { fieldAt, textAt } from './field.ts';
import type { DescribeWriter } from './describe-writer.ts';

/**
 * The Volumes section of a pod or (indented) of a template. Models kubectl/pkg/describe describeVolumes, v1.36.
 * Simplified: the commonest sources (empty, host path, config map, secret, claim); others print `<unknown>`.
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
    for (const [label, text] of source.lines(fieldAt(volume, source.field))) w.write(2, `${label}:\t${text}\n`);
  }
}

interface Source {
  readonly field: string;
  readonly type: string;
  readonly lines: (source: unknown) => readonly (readonly [string, string])[];
}

const optional = (source: unknown): string => String(fieldAt(source, 'optional') === true);

const sources: readonly Source[] = [
  {
    field: 'emptyDir',
    type: "EmptyDir (a temporary directory that shares a pod's lifetime)",
    lines: (s) => [
      ['Medium', textAt(s, 'medium')],
      ['SizeLimit', textAt(s, 'sizeLimit') || '<unset>'],
    ],
  },
  {
    field: 'hostPath',
    type: 'HostPath (bare host directory volume)',
    lines: (s) => [
      ['Path', textAt(s, 'path')],
      ['HostPathType', textAt(s, 'type')],
    ],
  },
  {
    field: 'configMap',
    type: 'ConfigMap (a volume populated by a ConfigMap)',
    lines: (s) => [
      ['Name', textAt(s, 'name')],
      ['Optional', optional(s)],
    ],
  },
  {
    field: 'secret',
    type: 'Secret (a volume populated by a Secret)',
    lines: (s) => [
      ['SecretName', textAt(s, 'secretName')],
      ['Optional', optional(s)],
    ],
  },
  {
    field: 'persistentVolumeClaim',
    type: 'PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)',
    lines: (s) => [
      ['ClaimName', textAt(s, 'claimName')],
      ['ReadOnly', String(fieldAt(s, 'readOnly') === true)],
    ],
  },
];
