import { expect, test } from 'vitest';
import { applyEdit } from '../../src/playground/apply-edit.ts';
import type { SceneEdit } from '../../src/playground/protocol.ts';

const scene = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n';

test('a text takes the place of the one before', () => {
  expect(applyEdit(scene, { kind: 'text', state: 0, text: 'a: 1\n' })).toBe('a: 1\n');
});

test.each([{ kind: 'later' }, { kind: 'toString' }, { kind: 'text', state: 0, text: 5 }, {}])(
  'an edit that a draft brings and nobody knows changes nothing: %j',
  (edit) => expect(applyEdit(scene, edit as unknown as SceneEdit)).toBe(scene),
);
