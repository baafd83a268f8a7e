import { expect, test } from 'vitest';
import { takeName } from '../../src/editor/model-names.ts';

test('no two living texts have one name, and a name given back is the next one’s', () => {
  const [first, second] = [takeName(), takeName()];
  expect(first.uri).not.toBe(second.uri);
  first.giveBack();
  expect(takeName().uri).toBe(first.uri);
  expect(takeName().uri).not.toBe(second.uri);
});
