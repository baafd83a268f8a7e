/** What the lab says in English. */
import type { Dictionary } from './dictionary.ts';
import { dnsEn } from './dns-en.ts';
import { endpointsEn } from './endpoints-en.ts';
import { problemsEn } from './problems-en.ts';
import { servicesEn } from './services-en.ts';
import { trafficEn } from './traffic-en.ts';
import { viewEn } from './view-en.ts';

export const inEnglish: Dictionary = {
  language: 'en',
  view: viewEn,
  reasons: { dns: dnsEn, traffic: trafficEn, endpoints: endpointsEn },
  problems: problemsEn,
  services: servicesEn,
};
