import { expect, test } from 'vitest';
import { foldsOf } from '../../src/view/fold-documents.ts';
import { namedFolds } from '../../src/view/named-folds.ts';

const text = `kind: Endpoints
metadata:
  name: web
subsets:
- addresses:
  - ip: 192.0.2.1
  ports:
  - port: 80
---
# asks
kind: Pod
metadata:
  name: client
  namespace: shop
spec: {containers: [
  {name: main, image: busybox}]}

---
kind: Service
`;

test('whole documents fold from their first to their last line of content', () => {
  expect(foldsOf(text).filter(({ document }) => document)).toEqual([
    { first: 1, last: 8, document: 'endpoints/web' },
    { first: 11, last: 16, document: 'shop/pod/client' },
  ]);
});

test('so does what is deeper, and a list under its key', () => {
  expect(foldsOf(text).filter(({ document }) => !document)).toEqual([
    { first: 2, last: 3 },
    { first: 4, last: 8 },
    { first: 5, last: 6 },
    { first: 7, last: 8 },
    { first: 12, last: 14 },
  ]);
});

test('a lesson names documents with or without their namespace', () => {
  expect(namedFolds(text, ['pod/client'])).toEqual([{ first: 11, last: 16, document: 'shop/pod/client' }]);
  expect(namedFolds(text, ['shop/pod/client', 'endpoints/other'])).toHaveLength(1);
  expect(namedFolds(text, ['pod/lient'])).toEqual([]);
});

test('text that cannot be read folds, too', () => {
  expect(namedFolds('kind: Pod\nmetadata:\n  name: client\n  labels: [\nspec:\n  x\n', ['pod/client'])).toHaveLength(1);
  expect(foldsOf('')).toEqual([]);
});

test('a name in braces is a name', () => {
  expect(namedFolds('kind: Pod\nmetadata: {name: client}\nspec: {}\n', ['pod/client'])).toHaveLength(1);
});
