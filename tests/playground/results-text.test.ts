import { expect, test } from 'vitest';
import { panelStrings } from '../../src/i18n/panels.ts';
import { resultsText } from '../../src/playground/results-text.ts';
import { labView } from '../../src/view/lab-view.ts';
import { sceneIds, simulated } from '../view/scenes.ts';

test.each(sceneIds.slice(0, 12))('%s: the results are Markdown with one fence per panel', (id) => {
  const view = labView(simulated(id), {}, 'en');
  const text = resultsText(view, panelStrings('en'));
  const outside = text.replace(/^(`{3,})\w*\n[\s\S]*?\n\1$/gm, '');
  expect(outside.split('\n').filter((line) => line !== '' && !line.startsWith('## '))).toEqual([
    'Kubernetes 1.36.2, Endpoint Lab',
  ]);
  expect(outside.match(/^## /gm)).toHaveLength(view.services.lines.length > 0 ? 8 : 7);
  for (const { label } of view.services.lines) expect(text).toContain(label);
  expect(text).toContain(view.endpoints.output.trimEnd());
  expect(text).toContain(view.traffic.summary);
});

test('a text with ticks of its own stays in its fence', () => {
  const view = { ...labView(simulated(sceneIds[0] ?? ''), {}, 'en'), text: 'a: |\n  ```\n  ````\n' };
  expect(resultsText(view, panelStrings('en'))).toContain('`````yaml\na: |\n  ```\n  ````\n`````\n');
});
