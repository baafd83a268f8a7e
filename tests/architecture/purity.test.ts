import { expect, test } from 'vitest';
import ts from 'typescript';
import { importsOf, parse, textOf, walk } from './source-files.ts';

/** What the engine must not know: clock, chance, page, machine, network. */
const forbidden = new Set([
  'Date',
  'performance',
  'crypto',
  'document',
  'window',
  'self',
  'globalThis',
  'navigator',
  'localStorage',
  'process',
  'Buffer',
  'require',
  'fetch',
  'console',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'Promise',
]);

const engine = walk('src/sim')
  .map((entry) => entry.path)
  .filter((path) => path.endsWith('.ts'));

test('the engine uses no clock, no chance, no page and no machine', () => {
  expect(engine.flatMap((path) => impureUses(textOf(path)).map((use) => `${path}: ${use}`))).toEqual([]);
});

test('the engine is synchronous', () => {
  expect(engine.filter((path) => /\b(async|await)\b/.test(withoutTexts(textOf(path))))).toEqual([]);
});

test('the engine imports nothing of Node', () => {
  expect(engine.filter((path) => importsOf(path).some(({ specifier }) => specifier.startsWith('node:')))).toEqual([]);
});

test('the check sees what it looks for, and lets names of our own pass', () => {
  expect(impureUses('const x = Date.now();')).toEqual(['Date']);
  expect(impureUses('export const y = Math.random();')).toEqual(['Math.random']);
  expect(impureUses('for (const document of documents) print(document.text);')).toEqual([]);
  expect(impureUses('const z = scene.document; // new Date()')).toEqual([]);
});

/** Names used as values that nothing in the file declares. */
function impureUses(code: string): readonly string[] {
  const file = parse('code.ts', code);
  const declared = new Set<string>();
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && node.getText() === 'Math.random') used.add('Math.random');
    if (ts.isIdentifier(node) && forbidden.has(node.text)) {
      if (isDeclaration(node)) declared.add(node.text);
      else if (isValue(node)) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...used].filter((name) => !declared.has(name));
}

function isDeclaration(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isImportSpecifier(parent)) &&
    parent.name === node
  );
}

function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  const named =
    ts.isMethodDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent);
  return !(named && parent.name === node) && !ts.isTypeReferenceNode(parent) && !ts.isLiteralTypeNode(parent);
}

/** Code without comments and the contents of strings. */
function withoutTexts(code: string): string {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, code);
  const words: string[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    if (kind >= ts.SyntaxKind.Identifier) words.push(scanner.getTokenText());
  }
  return words.join(' ');
}
