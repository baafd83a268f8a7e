/** Descriptions of fields in English: a lazy chunk for completion, hover and `kubectl explain`. */
import type { Descriptions } from './descriptions.ts';
import { endpoints } from './en/endpoints.ts';
import { metadata } from './en/metadata.ts';
import { containers } from './en/containers.ts';
import { pods } from './en/pods.ts';
import { services } from './en/services.ts';
import { workloads } from './en/workloads.ts';

export const descriptions: Descriptions = {
  ...metadata,
  ...services,
  ...endpoints,
  ...pods,
  ...containers,
  ...workloads,
};
