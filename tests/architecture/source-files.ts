/** The project's own files and what they import, for tests of the architecture. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Folders that hold nothing written by hand. */
const foreign = new Set(['node_modules', '.git', '.astro', 'test-results', 'playwright-report']);
const recorded = 'tests/conformance/corpus';

export interface Entry {
  /** Path from the project's root, with slashes. */
  readonly path: string;
  readonly folder: boolean;
}

/** Every file and folder below a folder of the project, sorted; built, installed and recorded files are left out. */
export function walk(folder = ''): readonly Entry[] {
  const found = readdirSync(join(root, folder), { withFileTypes: true });
  return found
    .filter((entry) => !foreign.has(entry.name) && !(entry.isDirectory() && entry.name.startsWith('dist')))
    .map((entry) => ({ path: posix.join(folder, entry.name), folder: entry.isDirectory() }))
    .filter((entry) => entry.path !== recorded)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((entry) => (entry.folder ? [entry, ...walk(entry.path)] : [entry]));
}

/** Text of a file of the project. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** Nothing of it is left when the code runs. */
  readonly typeOnly: boolean;
  /** Stands in a `<script>` of an Astro component, or is loaded lazily. */
  readonly script: boolean;
  /** `export … from`. */
  readonly reexport: boolean;
}

/** The code blocks of a source file: itself, or front matter and scripts of an Astro component. */
export function codeOf(path: string): readonly { readonly code: string; readonly script: boolean }[] {
  const text = textOf(path);
  if (!path.endsWith('.astro')) return [{ code: text, script: false }];
  const frontMatter = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script(?![^>]*is:inline)[^>]*>([\s\S]*?)<\/script>/g)];
  return [{ code: frontMatter, script: false }, ...scripts.map((match) => ({ code: match[1] ?? '', script: true }))];
}

/** Parses a block of code; `path` decides about JSX. */
export function parse(path: string, code: string): ts.SourceFile {
  return ts.createSourceFile(path.endsWith('.tsx') ? 'code.tsx' : 'code.ts', code, ts.ScriptTarget.Latest, true);
}

/** Every import of a file, static and dynamic. */
export function importsOf(path: string): readonly Import[] {
  return codeOf(path).flatMap(({ code, script }) => {
    const imports: Import[] = [];
    const visit = (node: ts.Node): void => {
      const found = importAt(node, script);
      if (found) imports.push(found);
      ts.forEachChild(node, visit);
    };
    visit(parse(path, code));
    return imports;
  });
}

function importAt(node: ts.Node, script: boolean): Import | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, typeOnly: isTypeOnly(node.importClause), script, reexport: false };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    const names = node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : [];
    const typeOnly = node.isTypeOnly || (names.length > 0 && names.every((name) => name.isTypeOnly));
    return { specifier: node.moduleSpecifier.text, typeOnly, script, reexport: true };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return { specifier: node.argument.literal.text, typeOnly: true, script, reexport: false };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [target] = node.arguments;
    if (target && ts.isStringLiteral(target))
      return { specifier: target.text, typeOnly: false, script: true, reexport: false };
  }
  return undefined;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : [];
  return !clause.name && names.length > 0 && names.every((name) => name.isTypeOnly);
}

/** The project's file that an import names (path from the root), or undefined for a package. */
export function target(from: string, specifier: string): string | undefined {
  const path = specifier.replace(/\?.*$/, '');
  if (path.startsWith('@/')) return posix.join('src', path.slice(2));
  return path.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), path)) : undefined;
}
