import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHello } from '../../src/embed/protocol.ts';

const hello = (fields: object) => ({ type: 'endpoint-lab:hello', version: 1, ...fields });

test('a hello is read field by field, unknown fields are dropped', () => {
  expect(parseHello(hello({ scene: 'kind: Service', theme: 'dark', panels: 'dns  traffic', extra: 1 }))).toEqual({
    scene: 'kind: Service',
    theme: 'dark',
    panels: ['dns', 'traffic'],
  });
});

test('a theme that does not exist and odd names of panels are dropped', () => {
  expect(parseHello(hello({ theme: 'pink', panels: 'dns <b> ../x' }))).toEqual({ panels: ['dns'] });
});

test.each([
  ['no object', 'endpoint-lab:hello'],
  ['null', null],
  ['another type', { type: 'hello', version: 1 }],
  ['another version', { type: 'endpoint-lab:hello', version: 2 }],
  ['a scene that is no text', hello({ scene: ['a'] })],
  ['a scene over the limit', hello({ scene: 'é'.repeat(131_073) })],
  ['fields of the prototype alone', Object.create(hello({ scene: 'x' }))],
])('refused: %s', (_, data) => {
  expect(parseHello(data)).toBeUndefined();
});

test('a scene of exactly the limit is taken', () => {
  expect(parseHello(hello({ scene: 'é'.repeat(131_072) }))?.scene).toHaveLength(131_072);
});

test('whatever arrives: never a throw, and no scene but a text', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), (data) => {
      expect(typeof (parseHello(data)?.scene ?? '')).toBe('string');
    }),
  );
});
