// `npm run test:long`: the properties of the engine over many more random texts and edits. A failure prints the seed to run it again with.
import { endWithParent } from './end-with-parent.ts';
import { run } from './run.ts';

endWithParent(1);

const { code } = await run('vitest', ['run', 'tests/sim/properties', 'tests/yaml-suite'], { env: { LONG: '1' } });
process.exit(code);
