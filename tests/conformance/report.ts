/** The results in words: a table, and what differs. */
import type { CaseResult } from './check-case.ts';
import { aspects } from './compare/compare.ts';
import { summarize, summarizeTopics, type Summary } from './summary.ts';

/** A table of topics: passed/total by aspect, then kubectl texts equal to the byte (all; those that hold nothing random). `*` marks claimed topics. */
export function printTable(cases: readonly CaseResult[], claimed: readonly string[]): string {
  const rows = [
    ['topic', 'cases', ...aspects, 'texts to the byte', 'of single slices'],
    ...Object.entries(summarizeTopics(cases)).map(([topic, summary]) => [
      `${topic}${claimed.includes(topic) ? '*' : ''}`,
      ...cells(summary),
    ]),
    ['all', ...cells(summarize(cases))],
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

function cells(summary: Summary): readonly string[] {
  const counts = aspects.map((aspect) => summary.aspects[aspect]);
  return [
    `${summary.cases.passed}/${summary.cases.total}`,
    ...counts.map(({ passed, total }) => (total === 0 ? '-' : `${passed}/${total}`)),
    `${summary.texts.equal}/${summary.texts.total}`,
    `${summary.singleSliceTexts.equal}/${summary.singleSliceTexts.total}`,
  ];
}

/** What a failed case got wrong: what threw, then the differences by aspect (`-` recorded only, `+` engine only). */
export function printDifferences(result: CaseResult): string {
  const lines = [
    `== ${result.id}`,
    ...result.errors.map((error) => `  threw: ${error}`),
    ...Object.entries(result.differences).flatMap(([aspect, differences]) => [
      `  ${aspect}`,
      ...differences.map((line) => `    ${line.replaceAll('\n', '\n      ')}`),
    ]),
  ];
  return lines.join('\n');
}
