import { describe, expect, test } from 'vitest';
import { isIn, type Rule, ruleFor, rules, stageOf } from './imports.ts';
import { codeOf, type Import, importsOf, parse, target, walk } from './source-files.ts';
import ts from 'typescript';

const sources = walk('src')
  .filter((entry) => !entry.folder && /\.(ts|tsx|astro)$/.test(entry.path))
  .map((entry) => ({ path: entry.path, imports: importsOf(entry.path) }));

describe('who may import what', () => {
  test('every source file stands in a place that the table knows', () => {
    expect(sources.map(({ path }) => path).filter((path) => !ruleFor(below(path)))).toEqual([]);
  });

  test('folders import what the table allows, and types from earlier in the pipeline', () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports
        .filter((found) => !allowed(below(path), found, path))
        .map((found) => `${path} imports ${found.specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  test('packages are imported where the table allows them', () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports
        .filter(
          ({ specifier }) => target(path, specifier) === undefined && !allowedPackage(ruleFor(below(path)), specifier),
        )
        .map(({ specifier }) => `${path} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  test('the table names places that exist', () => {
    const paths = new Set(walk('src').map((entry) => below(entry.path)));
    expect(rules.map(({ place }) => place).filter((place) => !paths.has(place))).toEqual([]);
  });

  test('nothing in src imports from outside it', () => {
    const outside = sources.flatMap(({ path, imports }) =>
      imports
        .filter(
          ({ specifier }) => !specifier.endsWith('?raw') && !(target(path, specifier) ?? 'src/').startsWith('src/'),
        )
        .map(({ specifier }) => `${path} imports ${specifier}`),
    );
    expect(outside).toEqual([]);
  });
});

describe('shape of the modules', () => {
  test('no file imports itself by way of others', () => {
    const graph = new Map(sources.map(({ path, imports }) => [path, valueTargets(path, imports)]));
    expect(circles(graph)).toEqual([]);
  });

  test('there is no barrel but the door of the engine', () => {
    const barrels = sources.filter(
      ({ path }) => path !== 'src/sim/index.ts' && !path.endsWith('.astro') && isBarrel(path),
    );
    expect(barrels.map(({ path }) => path)).toEqual([]);
  });

  test('imports of our own files carry their extension', () => {
    const bare = [...sources, ...outsideSources()].flatMap(({ path, imports }) =>
      imports
        .filter(
          ({ specifier }) =>
            target(path, specifier) !== undefined &&
            !/\.(ts|tsx|astro|css|json|mjs|yaml|mdx|svg)(\?.*)?$/.test(specifier),
        )
        .map(({ specifier }) => `${path} imports ${specifier}`),
    );
    expect(bare).toEqual([]);
  });

  test('nothing has a default export', () => {
    const found = sources.filter(({ path }) => !path.endsWith('.astro') && hasDefaultExport(path));
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

function below(path: string): string {
  return path.replace(/^src\//, '');
}

function allowed(file: string, found: Import, path: string): boolean {
  const imported = target(path, found.specifier);
  const rule = ruleFor(file);
  // A text taken in as it is (`?raw`) is data, and a style sheet is no code.
  if (imported === undefined || !rule || found.specifier.endsWith('?raw')) return true;
  if (imported.endsWith('.css')) return !isIn(file, 'sim') && !isIn(file, 'view') && !isIn(file, 'checks');
  const to = below(imported);
  if (isIn(to, rule.place) && ruleFor(to) === rule) return true;
  if (rule.imports.some((place) => isIn(to, place))) return true;
  if (found.script && (rule.scripts ?? []).some((place) => isIn(to, place))) return true;
  return found.typeOnly && stageOf(to) >= 0 && stageOf(file) >= 0 && stageOf(to) <= stageOf(file);
}

function allowedPackage(rule: Rule | undefined, specifier: string): boolean {
  return (rule?.packages ?? []).some((name) =>
    name.endsWith(':') ? specifier.startsWith(name) : isIn(specifier, name),
  );
}

function valueTargets(path: string, imports: readonly Import[]): readonly string[] {
  return imports
    .filter((found) => !found.typeOnly && !found.script)
    .flatMap(({ specifier }) => target(path, specifier) ?? []);
}

/** Circles as `a → b → a`, each found once. */
function circles(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}

function statements(path: string): readonly ts.Statement[] {
  return codeOf(path).flatMap(({ code }) => [...parse(path, code).statements]);
}

function isBarrel(path: string): boolean {
  const all = statements(path);
  return /\/index\.tsx?$/.test(path) || (all.length > 0 && all.every((statement) => ts.isExportDeclaration(statement)));
}

function hasDefaultExport(path: string): boolean {
  return statements(path).some(
    (statement) =>
      (ts.isExportAssignment(statement) && !statement.isExportEquals) ||
      (ts.canHaveModifiers(statement) &&
        ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword)),
  );
}

function outsideSources(): typeof sources {
  return ['tests', 'scripts'].flatMap((folder) =>
    walk(folder)
      .filter((entry) => !entry.folder && /\.tsx?$/.test(entry.path))
      .map((entry) => ({ path: entry.path, imports: importsOf(entry.path) })),
  );
}
