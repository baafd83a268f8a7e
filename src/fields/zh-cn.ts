/** Descriptions of fields in Chinese: a lazy chunk for completion and hover. */
import type { Descriptions } from './descriptions.ts';
import { endpoints } from './zh-cn/endpoints.ts';
import { metadata } from './zh-cn/metadata.ts';
import { containers } from './zh-cn/containers.ts';
import { pods } from './zh-cn/pods.ts';
import { services } from './zh-cn/services.ts';
import { workloads } from './zh-cn/workloads.ts';

export const descriptions: Descriptions = {
  ...metadata,
  ...services,
  ...endpoints,
  ...pods,
  ...containers,
  ...workloads,
};
