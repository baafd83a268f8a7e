import { expect, test } from 'vitest';
import { manifestOf, stepsOf } from '../../src/lessons/manifest.ts';

const scene = '# title: "x"\n#---\nkind: Service\n# step:\n#   action: apply\n#---\nkind: Pod\n';

test('the manifest of a scene is what follows its header, up to the first step', () => {
  expect(manifestOf(scene)).toBe('kind: Service');
});

test('a text without header is the manifest, comments included', () => {
  expect(manifestOf('# a comment\nkind: Service\n')).toBe('# a comment\nkind: Service\n');
});

test('the steps of a scene are counted', () => {
  expect(stepsOf(scene)).toHaveLength(1);
  expect(stepsOf('kind: Service\n')).toHaveLength(0);
});
