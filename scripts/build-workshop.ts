// `npm run build:workshop`: the offline build. Open dist-workshop/index.html by double-click, no server needed.
import { run } from './run.ts';

const { code } = await run('astro', ['build'], { env: { WORKSHOP: '1' } });
if (code === 0) console.log('dist-workshop/index.html');
process.exit(code);
