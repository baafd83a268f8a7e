import { describe, expect, test } from 'vitest';
import { filters } from '../../../src/view/console/filters.ts';

const table = 'NAME  PORT\nweb   80\ndb    5432\nWeb2  80\n';
const run = (name: string, args: readonly string[], input = table): string | undefined =>
  filters.get(name)?.(args, input)?.stdout;

describe('programs behind a pipe', () => {
  test.each<readonly [string, readonly string[], string]>([
    ['grep', ['web'], 'web   80\n'],
    ['grep', ['-i', 'WEB'], 'web   80\nWeb2  80\n'],
    ['grep', ['-v', '80'], 'NAME  PORT\ndb    5432\n'],
    ['grep', ['-c', '80'], '2\n'],
    ['grep', ['-n', 'db'], '3:db    5432\n'],
    ['grep', ['-E', '^(web|db)'], 'web   80\ndb    5432\n'],
    ['grep', ['^\\(web\\|db\\)'], 'web   80\ndb    5432\n'],
    ['grep', ['-o', '[0-9]\\+'], '80\n5432\n2\n80\n'],
    ['grep', ['-w', 'web'], 'web   80\n'],
    ['grep', ['-A1', 'web'], 'web   80\ndb    5432\n'],
    ['grep', ['-B1', '^web'], 'NAME  PORT\nweb   80\n'],
    ['grep', ['a(b'], ''],
    ['grep', ['nothing'], ''],
    ['egrep', ['db|NAME'], 'NAME  PORT\ndb    5432\n'],
    ['head', ['-2'], 'NAME  PORT\nweb   80\n'],
    ['head', ['-n', '1'], 'NAME  PORT\n'],
    ['tail', ['-n', '1'], 'Web2  80\n'],
    ['tail', ['-n', '+3'], 'db    5432\nWeb2  80\n'],
    ['wc', ['-l'], '4\n'],
    ['wc', [], '      4       8      40\n'],
    ['sort', [], 'NAME  PORT\nWeb2  80\ndb    5432\nweb   80\n'],
    ['sort', ['-k2', '-n'], 'NAME  PORT\nWeb2  80\nweb   80\ndb    5432\n'],
    ['cut', ['-d', ' ', '-f1'], 'NAME\nweb\ndb\nWeb2\n'],
    ['cut', ['-c1-2'], 'NA\nwe\ndb\nWe\n'],
    ['awk', ['{print $1}'], 'NAME\nweb\ndb\nWeb2\n'],
    ['awk', ['NR>1 {print $2, $1}'], '80 web\n5432 db\n80 Web2\n'],
    ['awk', ['/80/{print $NF}'], '80\n80\n'],
    ['sed', ['s/80/81/'], 'NAME  PORT\nweb   81\ndb    5432\nWeb2  81\n'],
    ['sed', ['-E', 's/^(\\w+) +(.*)/\\2 \\1/'], 'PORT NAME\n80 web\n5432 db\n80 Web2\n'],
    ['sed', ['-n', '2,3p'], 'web   80\ndb    5432\n'],
    ['tr', ['-d', '0'], 'NAME  PORT\nweb   8\ndb    5432\nWeb2  8\n'],
    ['less', [], table],
  ])('%s %j', (name, args, expected) => {
    expect(run(name, args)).toBe(expected);
  });

  test('uniq -c counts what stands together', () => {
    expect(run('uniq', ['-c'], 'a\na\nb\n')).toBe('      2 a\n      1 b\n');
  });

  test('grep ends with 1 where it finds nothing, and -q prints nothing', () => {
    expect(filters.get('grep')?.(['x'], 'a\n')).toMatchObject({ code: 1, stdout: '' });
    expect(filters.get('grep')?.(['-q', 'a'], 'a\n')).toMatchObject({ code: 0, stdout: '' });
  });

  test.each<readonly [string, readonly string[]]>([
    ['grep', ['--unknown', 'a']],
    ['grep', ['a', 'file.txt']],
    ['awk', ['{system("x")}']],
    ['sed', ['1d']],
    ['head', ['-c', '3']],
    ['tr', ['a-z', 'A-Z']],
  ])('%s %j is not done', (name, args) => {
    expect(run(name, args)).toBeUndefined();
  });
});
