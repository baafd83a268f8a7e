/** The words that stand in source files: string and template literals. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Every literal of a TypeScript file, one line each; what is filled in later is a gap (￼) that no rule minds. */
export function literalsOf(file: string): string {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
    if (ts.isTemplateExpression(node)) {
      found.push([node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('\uFFFC'));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.join('\n').replace(/`[^`\n]*`/g, 'X');
}
