/** What the lab says in Chinese. */
import type { Dictionary } from './dictionary.ts';
import { dnsZhCn } from './dns-zh-cn.ts';
import { endpointsZhCn } from './endpoints-zh-cn.ts';
import { problemsZhCn } from './problems-zh-cn.ts';
import { servicesZhCn } from './services-zh-cn.ts';
import { trafficZhCn } from './traffic-zh-cn.ts';
import { viewZhCn } from './view-zh-cn.ts';

export const inChinese: Dictionary = {
  language: 'zh-cn',
  view: viewZhCn,
  reasons: { dns: dnsZhCn, traffic: trafficZhCn, endpoints: endpointsZhCn },
  problems: problemsZhCn,
  services: servicesZhCn,
};
