/** What a real kubectl printed and refused, as recorded in the corpus. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Json } from '../../../src/sim/api/objects.ts';
import { parseScene } from '../../../src/sim/scene/parse-scene.ts';
import { printJson } from '../../../src/sim/yaml/print-json.ts';
import { printYaml } from '../../../src/sim/yaml/print-yaml.ts';
import { readDocument } from '../../../src/sim/yaml/read-document.ts';
import { readErrorOf, readPart, splitDocuments } from '../../../src/sim/yaml/split-documents.ts';

const corpus = new URL('../../conformance/corpus/', import.meta.url);

interface Answer {
  readonly states?: readonly {
    readonly apply: { readonly stderr: string } | null;
    readonly kubectl?: Readonly<Record<string, string | null>>;
  }[];
}

const names = readdirSync(new URL('scenes/', corpus)).flatMap((topic) =>
  readdirSync(new URL(`scenes/${topic}/`, corpus)).map((file) => `${topic}/${file.replace(/\.yaml$/, '')}`),
);
const answerOf = (name: string) => JSON.parse(readFileSync(new URL(`answers/${name}.json`, corpus), 'utf8')) as Answer;
const answers = new Map(names.map((name) => [name, answerOf(name)]));

test('every recorded -o yaml is printed again from what is read of it', () => {
  let texts = 0;
  for (const [name, { states = [] }] of answers) {
    for (const [command, text] of states.flatMap(({ kubectl = {} }) => Object.entries(kubectl))) {
      if (!command.endsWith('-o yaml') || !text) continue;
      texts += 1;
      expect(printYaml(readDocument(text).value), `${name}: ${command}`).toBe(text);
    }
  }
  expect(texts).toBeGreaterThan(20);
});

test('every recorded last-applied annotation is printed again', () => {
  const key = 'kubectl.kubernetes.io/last-applied-configuration';
  const found: string[] = [];
  const collect = (value: Json): void => {
    if (value === null || typeof value !== 'object') return;
    for (const [name, field] of Object.entries(value)) {
      if (name === key && typeof field === 'string') found.push(field);
      else collect(field as Json);
    }
  };
  for (const answer of answers.values()) collect(answer as unknown as Json);
  for (const text of new Set(found)) expect(`${printJson(JSON.parse(text) as Json)}\n`).toBe(text);
  expect(found.length).toBeGreaterThan(5);
});

test('a manifest is unreadable where kubectl could not read it, in its words', () => {
  let refused = 0;
  for (const [name, { states = [] }] of answers) {
    const scene = parseScene(readFileSync(new URL(`scenes/${name}.yaml`, corpus), 'utf8'));
    const texts = [scene.manifest, ...scene.steps].map(({ text }) => text);
    for (const [index, { apply }] of states.entries()) {
      if (scene.steps[index - 1] && scene.steps[index - 1]?.action !== 'apply') continue;
      const parts = splitDocuments(texts[index] ?? '');
      const words = parts.map((part) => readErrorOf(part, readPart(part))).find((error) => error !== undefined);
      const recorded = /^(?:error: )?error parsing manifest\.yaml: (.*)$/m.exec(apply?.stderr ?? '')?.[1];
      expect(words, `${name} ${index}`).toBe(recorded);
      if (words !== undefined) refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(2);
});
