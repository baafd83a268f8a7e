import { expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/sim/api/objects.ts';
import { applyJsonPatch } from '../../../src/sim/kubectl/json-patch.ts';

const value: JsonObject = { a: { b: 1 }, list: ['x', 'y'], 'odd/key': true };

it.each<[string, JsonObject, Json | undefined]>([
  ['adds a field', { op: 'add', path: '/a/c', value: 2 }, { ...value, a: { b: 1, c: 2 } }],
  ['adds into a list', { op: 'add', path: '/list/1', value: 'z' }, { ...value, list: ['x', 'z', 'y'] }],
  ['adds at the end of a list', { op: 'add', path: '/list/-', value: 'z' }, { ...value, list: ['x', 'y', 'z'] }],
  ['replaces', { op: 'replace', path: '/list/0', value: 'z' }, { ...value, list: ['z', 'y'] }],
  ['replaces nothing that is not there', { op: 'replace', path: '/nope', value: 1 }, undefined],
  ['removes', { op: 'remove', path: '/list/0' }, { ...value, list: ['y'] }],
  ['removes nothing that is not there', { op: 'remove', path: '/spec/nope' }, undefined],
  ['reads escaped keys', { op: 'remove', path: '/odd~1key' }, { a: { b: 1 }, list: ['x', 'y'] }],
  ['moves', { op: 'move', from: '/a/b', path: '/c' }, { a: {}, list: ['x', 'y'], 'odd/key': true, c: 1 }],
  ['copies', { op: 'copy', from: '/a/b', path: '/c' }, { ...value, c: 1 }],
  ['tests', { op: 'test', path: '/a/b', value: 1 }, value],
  ['stops at a test that fails', { op: 'test', path: '/a/b', value: 2 }, undefined],
  ['knows no other operations', { op: 'increment', path: '/a/b' }, undefined],
])('%s', (_, operation, expected) => expect(applyJsonPatch(value, [operation])).toEqual(expected));
