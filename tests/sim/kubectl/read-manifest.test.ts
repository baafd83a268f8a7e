import { describe, expect, it } from 'vitest';
import { Memo } from '../../../src/sim/api/memo.ts';
import { printErrors } from '../../../src/sim/kubectl/errors.ts';
import { readManifest } from '../../../src/sim/kubectl/read-manifest.ts';
import { findListFault } from '../../../src/sim/kubectl/validate-list.ts';

const read = (text: string) => readManifest(text, 'manifest.yaml', 'default', new Memo(), findListFault);
const stderrOf = (text: string): string => {
  const { error } = read(text);
  return error ? printErrors([error]) : '';
};
const service = (name: string): string => `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n`;

describe('reading a manifest', () => {
  it('gives each object its namespace, cluster-scoped ones none', () => {
    const { objects } = read(
      `${service('web')}---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop, namespace: x}\n`,
    );
    expect(objects.map(({ kind, namespace, name }) => [kind.kind, namespace, name])).toEqual([
      ['Service', 'default', 'web'],
      ['Namespace', '', 'shop'],
    ]);
    expect(objects.map(({ value }) => value['metadata'])).toEqual([
      { name: 'web', namespace: 'default' },
      { name: 'shop' },
    ]);
  });

  it.each([
    [
      'no kind',
      'apiVersion: v1\n',
      'error: error validating "manifest.yaml": error validating data: kind not set; if you choose to ignore these errors, turn validation off with --validate=false\n',
    ],
    [
      'neither',
      'a: b\n',
      'error: error validating "manifest.yaml": error validating data: [apiVersion not set, kind not set]; if you choose to ignore these errors, turn validation off with --validate=false\n',
    ],
    [
      'a list as document',
      '- a\n',
      'error: error validating "manifest.yaml": error validating data: invalid object to validate; if you choose to ignore these errors, turn validation off with --validate=false\n',
    ],
    [
      'an unknown kind',
      'apiVersion: v1\nkind: Servcie\nmetadata: {name: b}\n',
      'error: resource mapping not found for name: "b" namespace: "" from "manifest.yaml": no matches for kind "Servcie" in version "v1"\nensure CRDs are installed first\n',
    ],
    [
      'a number as name',
      `${service('1')}`,
      'error: unable to decode "manifest.yaml": json: cannot unmarshal number into Go struct field ObjectMeta.metadata.name of type string\n',
    ],
    [
      'a number as label',
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: {v: 1}}\n',
      'error: unable to decode "manifest.yaml": json: cannot unmarshal number into Go struct field ObjectMeta.metadata.labels of type string\n',
    ],
    [
      'text as labels',
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: x}\n',
      'error: unable to decode "manifest.yaml": json: cannot unmarshal string into Go struct field ObjectMeta.metadata.labels of type map[string]string\n',
    ],
    [
      'a list in a list',
      'apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: List, items: []}]\n',
      'error: *unstructured.Unstructured is not a list: no Items field in this object\n',
    ],
    [
      'an unknown kind in a list',
      'apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: Nope}]\n',
      'unable to recognize no matches for kind "Nope" in version "v1"\n',
    ],
  ])('tells of %s', (_, text, stderr) => expect(stderrOf(text)).toBe(stderr));

  it('reads no document after one that is not valid', () => {
    const { objects, documents } = read(`${service('a')}---\nmetadata: {name: b}\n---\n${service('c')}`);
    expect(objects.map(({ name }) => name)).toEqual(['a']);
    expect(documents).toHaveLength(2);
  });

  it('goes on after a document of an unknown kind', () => {
    const { objects } = read(`${service('a')}---\napiVersion: v1\nkind: Nope\n---\n${service('c')}`);
    expect(objects.map(({ name }) => name)).toEqual(['a', 'c']);
  });

  it('gives items of a typed list the kind of the list', () => {
    const { objects } = read('apiVersion: v1\nkind: ServiceList\nitems: [{metadata: {name: a}}]\n');
    expect(objects.map(({ kind, item }) => [kind.kind, item])).toEqual([['Service', 0]]);
  });

  it('points at what it could not read', () => {
    const text = `${service('a')}---\napiVersion: v1\nkind: Nope\n`;
    const [problem] = read(text).problems;
    expect(problem && text.slice(problem.range.start, problem.range.end)).toBe('Nope');
  });

  it('gives the same document by identity when its text is the same', () => {
    const before = new Memo();
    const first = readManifest(
      `${service('a')}---\n${service('b')}`,
      'manifest.yaml',
      'default',
      before,
      findListFault,
    );
    const second = readManifest(
      `${service('x')}---\n${service('b')}`,
      'manifest.yaml',
      'default',
      new Memo(before),
      findListFault,
    );
    expect(second.objects[1]).toBe(first.objects[1]);
  });

  it('tells several errors without the leading word', () => {
    expect(stderrOf('apiVersion: v1\nkind: A\n---\nkind: B\n')).toBe(
      'resource mapping not found for name: "" namespace: "" from "manifest.yaml": no matches for kind "A" in version "v1"\nensure CRDs are installed first\nerror validating "manifest.yaml": error validating data: apiVersion not set; if you choose to ignore these errors, turn validation off with --validate=false\n',
    );
  });
});
