import { describe, expect, test } from 'vitest';
import { descriptions as en } from '../../src/fields/en.ts';
import { descriptions as zhCn } from '../../src/fields/zh-cn.ts';
import fields from '../../src/sim/api/fields.json' with { type: 'json' };
import more from '../../src/sim/api/more-fields.json' with { type: 'json' };
import '../../src/sim/apiserver/decode/more-fields.ts';
import { structShape } from '../../src/sim/apiserver/decode/field-table.ts';

/** Types that are written as one value. */
const plain = ['IntOrString', 'Quantity', 'Time'];
const structs = Object.keys({ ...fields, ...more });
const namesIn = (struct: string): readonly string[] => Object.keys(structShape(struct)?.fields ?? {});
const described = Object.keys(en);

/** All structs that these kinds are made of and that lead nowhere else. */
const whole = [
  'Service',
  'ServiceSpec',
  'ServicePort',
  'ServiceStatus',
  'SessionAffinityConfig',
  'ClientIPConfig',
  'LoadBalancerStatus',
  'LoadBalancerIngress',
  'PortStatus',
  'Endpoints',
  'EndpointSubset',
  'EndpointAddress',
  'EndpointPort',
  'EndpointSlice',
  'Endpoint',
  'EndpointConditions',
  'EndpointHints',
  'ForZone',
  'ForNode',
  'discovery.EndpointPort',
  'ObjectReference',
  'ObjectMeta',
  'OwnerReference',
  'Namespace',
  'NamespaceSpec',
  'NamespaceStatus',
  'LabelSelector',
  'LabelSelectorRequirement',
];

test('both languages describe the same fields', () => {
  expect(Object.keys(zhCn).toSorted()).toEqual(described.toSorted());
});

test('what is described is in the tables', () => {
  const known = [...plain, ...structs.flatMap((name) => [name, ...namesIn(name).map((field) => `${name}.${field}`)])];
  expect(described.filter((key) => !known.includes(key))).toEqual([]);
});

test.each(whole)('every field of %s is described', (name) => {
  const missing = namesIn(name).filter((field) => !Object.hasOwn(en, `${name}.${field}`));
  expect(missing).toEqual([]);
  expect(en[name]).toBeDefined();
});

describe('the texts', () => {
  test('are sentences of at most 240 characters, in Chinese 120', () => {
    const bad = (texts: Readonly<Record<string, string>>, end: RegExp, length: number): readonly string[] =>
      Object.entries(texts).flatMap(([key, text]) => (end.test(text) && text.length <= length ? [] : [key]));
    expect(bad(en, /[.]$/, 240)).toEqual([]);
    expect(bad(zhCn, /。$/, 120)).toEqual([]);
  });

  test('have a blank between Chinese and Latin, and full punctuation between Chinese', () => {
    const cjk = '[\\u4e00-\\u9fff]';
    const wrong = new RegExp(`${cjk}[A-Za-z0-9$]|[A-Za-z0-9%)]${cjk}|${cjk}[,.;:!?]|您|Pods`);
    expect(Object.entries(zhCn).filter(([, text]) => wrong.test(text))).toEqual([]);
  });
});
