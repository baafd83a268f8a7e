/** Rows of Services. */
import type { Service } from '../api/objects.ts';
import { formatLabels } from './format.ts';
import { ageColumn, nameColumn, type TableFormat } from './table.ts';

/** Models pkg/printers/internalversion printService, v1.36. */
export const serviceTable: TableFormat = {
  columns: [
    nameColumn,
    { name: 'TYPE' },
    { name: 'CLUSTER-IP' },
    { name: 'EXTERNAL-IP' },
    { name: 'PORT(S)' },
    ageColumn,
    { name: 'SELECTOR', wide: true },
  ],
  cells: (object, age) => {
    const service = object as Service;
    const { spec } = service;
    return [
      service.metadata.name,
      spec.type,
      spec.clusterIPs?.[0] ?? '<none>',
      externalIP(service),
      portsText(service),
      age,
      formatLabels(spec.selector),
    ];
  },
};

function externalIP({ spec, status }: Service): string {
  if (spec.type === 'ExternalName') return spec.externalName ?? '';
  const typed = spec.externalIPs ?? [];
  if (spec.type !== 'LoadBalancer') return typed.join(',') || '<none>';
  const ingress = (status.loadBalancer.ingress ?? []).map(({ ip, hostname }) => ip || hostname || '');
  const given = [...new Set(ingress.filter((address) => address !== ''))].sort();
  return [...given, ...typed].join(',') || '<pending>';
}

function portsText({ spec }: Service): string {
  const ports = (spec.ports ?? []).map(({ port, nodePort, protocol }) =>
    nodePort ? `${port}:${nodePort}/${protocol}` : `${port}/${protocol}`,
  );
  return ports.join(',') || '<none>';
}
