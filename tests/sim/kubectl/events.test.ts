import { describe, expect, test } from 'vitest';
import { openConsole } from './console.ts';

describe('kubectl events', () => {
  test('names objects by kind and name', () => {
    const run = openConsole();
    expect(run('events').stdout).toMatch(
      /^LAST SEEN {3}TYPE {5}REASON {14}OBJECT +MESSAGE\n(.*\n)*10s +Normal +ScalingReplicaSet +Deployment\/web +Scaled up/,
    );
    expect(run('events -A --no-headers').stdout).toMatch(/^default {3}10s/);
  });

  test('--for and --types choose', () => {
    const run = openConsole();
    expect(run('events --for deploy/web --no-headers').stdout.split('\n')).toHaveLength(2);
    expect(run('events --types=warning')).toMatchObject({
      stdout: '',
      stderr: 'No events found in default namespace.\n',
      code: 0,
    });
    expect(run('events -A --types=Warning').stderr).toBe('No events found.\n');
  });

  test.each([
    ['events --for web', 'error: --for must be in resource/name form\n'],
    ['events --for a/b/c', 'error: arguments in resource/name form may not have more than one slash\n'],
    ['events --types=Bad', 'error: valid --types are Normal or Warning\n'],
    ['events --nope', "error: unknown flag: --nope\nSee 'kubectl events --help' for usage.\n"],
  ])('%s is refused', (line, stderr) => {
    expect(openConsole()(line)).toMatchObject({ stdout: '', stderr, code: 1 });
  });

  test('-o yaml prints a list', () => {
    expect(openConsole()('events -o yaml').stdout).toMatch(/^apiVersion: v1\nitems:\n- apiVersion: v1\n/);
  });
});
