import { describe, expect, test } from 'vitest';
import { textOf } from '../../../src/view/console/line-parts.ts';
import { parseLine, type LineFault } from '../../../src/view/console/parse-line.ts';

const words = (line: string): readonly (readonly string[])[] => {
  const parsed = parseLine(line);
  if (!parsed.ok) throw new Error(parsed.fault);
  return parsed.statements.flatMap(({ commands }) => commands.map((command) => command.words.map(textOf)));
};

describe('a line is read as a shell reads it', () => {
  test.each<readonly [string, readonly (readonly string[])[]]>([
    ['kubectl get svc', [['kubectl', 'get', 'svc']]],
    ['  a\tb  ', [['a', 'b']]],
    [`a 'b c' "d e" f\\ g`, [['a', 'b c', 'd e', 'f g']]],
    [`-o jsonpath='{.items[*].metadata.name}{"\\n"}'`, [['-o', 'jsonpath={.items[*].metadata.name}{"\\n"}']]],
    [`a "b \\"c\\" \\n"`, [['a', 'b "c" \\n']]],
    [`a ''`, [['a', '']]],
    ['a | b|c', [['a'], ['b'], ['c']]],
    ['a; b && c || d', [['a'], ['b'], ['c'], ['d']]],
    ['a \\\n  b', [['a', 'b']]],
    ['a # b', [['a']]],
    ['a#b', [['a#b']]],
    ['# only a comment', []],
    ['', []],
    ['a\n\nb', [['a'], ['b']]],
    ['a |\n b', [['a'], ['b']]],
    ['a &&\n b', [['a'], ['b']]],
    ['a\r\nb\r\n', [['a'], ['b']]],
  ])('%j', (line, expected) => {
    expect(words(line)).toEqual(expected);
  });

  test('what is put in is kept apart from what stands there', () => {
    const parsed = parseLine('curl $A "x${B}y" $(kubectl get svc -o "a)b")');
    expect(parsed.ok && parsed.statements[0]?.commands[0]?.words.slice(1)).toEqual([
      [{ kind: 'variable', name: 'A', quoted: false }],
      [
        { kind: 'text', text: 'x', quoted: true },
        { kind: 'variable', name: 'B', quoted: true },
        { kind: 'text', text: 'y', quoted: true },
      ],
      [{ kind: 'command', line: 'kubectl get svc -o "a)b"', quoted: false }],
    ]);
  });

  test('a here-document belongs to its command, and what follows is another line', () => {
    const parsed = parseLine("cat <<'EOF' | kubectl apply -f -\na: $b\nEOF\nkubectl get svc");
    expect(parsed.ok && parsed.statements.map(({ commands }) => commands.length)).toEqual([2, 1]);
    expect(parsed.ok && parsed.statements[0]?.commands[0]?.input).toEqual([
      { kind: 'text', text: 'a: $b\n', quoted: true },
    ]);
  });

  test('<<- drops tabs, and <<< reads a word', () => {
    const [dashed, word] = [parseLine('cat <<-X\n\ta\n\tX'), parseLine("cat <<< 'a b'")];
    expect(dashed.ok && dashed.statements[0]?.commands[0]?.input?.map((part) => 'text' in part && part.text)).toEqual([
      'a\n',
    ]);
    expect(word.ok && textOf(word.statements[0]?.commands[0]?.input ?? [])).toBe('a b\n');
  });

  test.each<readonly [string, LineFault]>([
    ["a 'b", 'open-quote'],
    ['a "b', 'open-quote'],
    ['a $(b', 'open-substitution'],
    ['a <<EOF', 'open-here-document'],
    ['a <<EOF\nb', 'open-here-document'],
    ['a |', 'syntax'],
    ['| a', 'syntax'],
    ['a &&', 'syntax'],
    ['a (b)', 'syntax'],
    ['a &', 'background'],
  ])('%j is a fault: %s', (line, fault) => {
    expect(parseLine(line)).toEqual({ ok: false, fault });
  });

  test('no text of these signs is a throw', () => {
    const signs = [
      'a',
      ' ',
      '\n',
      "'",
      '"',
      '\\',
      '|',
      '&',
      ';',
      '<',
      '>',
      '$',
      '(',
      ')',
      '`',
      '#',
      '{',
      '}',
      '-',
      'E',
    ];
    let seed = 7;
    for (let run = 0; run < 4000; run += 1) {
      let text = '';
      for (let i = 0; i < run % 17; i += 1) {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        text += signs[(seed >> 8) % signs.length] ?? '';
      }
      expect(typeof parseLine(text).ok).toBe('boolean');
    }
  });
});
