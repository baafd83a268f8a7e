/** The sentences of all reasons, by language. */
import type { Language } from '../view-models.ts';
import { dnsEn } from './dns-en.ts';
import { dnsZhCn } from './dns-zh-cn.ts';
import { endpointsEn } from './endpoints-en.ts';
import { endpointsZhCn } from './endpoints-zh-cn.ts';
import type { ReasonWords } from './reason-words.ts';
import { trafficEn } from './traffic-en.ts';
import { trafficZhCn } from './traffic-zh-cn.ts';

const en: ReasonWords = { dns: dnsEn, traffic: trafficEn, endpoints: endpointsEn };
const zhCn: ReasonWords = { dns: dnsZhCn, traffic: trafficZhCn, endpoints: endpointsZhCn };

/** One sentence for each reason code. */
export const reasonWords = (language: Language): ReasonWords => (language === 'en' ? en : zhCn);
