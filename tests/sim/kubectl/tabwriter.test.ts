import { expect, test } from 'vitest';
import { alignColumns, describeColumns, tableColumns } from '../../../src/sim/kubectl/tabwriter.ts';

test.each([
  [
    'a column is as wide as its widest cell and the padding',
    'NAME\tAGE\nkubernetes\t10s\n',
    'NAME         AGE\nkubernetes   10s\n',
  ],
  ['a column is at least six wide', 'A\tB\n1\t2\n', 'A     B\n1     2\n'],
  ['what follows the last tab belongs to no column', 'A\tlong long long\nB\t1\n', 'A     long long long\nB     1\n'],
])('tables: %s', (_, text, aligned) => {
  expect(alignColumns(text, tableColumns)).toBe(aligned);
});

test.each([
  [
    'a line without the cell ends the block',
    'Name:\tweb\nSubsets:\n  Addresses:\t1.2.3.4\n',
    'Name:  web\nSubsets:\n  Addresses:  1.2.3.4\n',
  ],
  [
    'an empty last cell leaves the blanks of the one before',
    'Endpoints:\t\nSession Affinity:\tNone\n',
    'Endpoints:         \nSession Affinity:  None\n',
  ],
  ['an empty column is as wide as the padding', 'a\t\tb\n', 'a    b\n'],
  ['a deeper column may end before the outer one', 'a\tb\tc\nd\te\nf\tgg\th\n', 'a  b  c\nd  e\nf  gg  h\n'],
  ['widths count characters, not bytes', '网\tx\nab\ty\n', '网   x\nab  y\n'],
])('describe: %s', (_, text, aligned) => {
  expect(alignColumns(text, describeColumns)).toBe(aligned);
});
