/** The words of a command line, as a shell splits them: blanks part words, quotes keep them together. */
export function splitCommand(line: string): readonly string[] {
  const words: string[] = [];
  for (const [, single, double, bare] of line.matchAll(/'([^']*)'|"([^"]*)"|([^\s'"]+)/g)) {
    words.push(single ?? double ?? bare ?? '');
  }
  return words;
}
