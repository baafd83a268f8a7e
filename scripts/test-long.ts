// `npm run test:long`: the properties of the engine over many more random texts and edits. A failure prints the seed to run it again with.
import { endWithParent } from './end-with-parent.ts';
import { run } from './run.ts';

endWithParent(1);

const folders = ['properties', 'yaml', 'scene']
  .map((name) => `tests/sim/${name}`)
  .concat('tests/yaml-suite', 'tests/embed');

const { code } = await run('vitest', ['run', ...folders], { env: { LONG: '1' } });
process.exit(code);
