// `npm test`: every check and every test. The last line is `N passed, N failed` over all of them; exit code 1 if any failed.
import { endWithParent } from './end-with-parent.ts';
import { everything, oneOf, runSteps, type Step } from './steps.ts';
import { findChromium } from './system-packages.ts';

endWithParent(1);

let missing = '';
const browser: Step = {
  name: 'a browser to test with',
  run: async (show) => {
    const found = await findChromium(show);
    if ('path' in found) process.env['CHROMIUM_PATH'] = found.path;
    else (show ?? console.error)(`${(missing = found.missing)}\n`);
    return oneOf('path' in found);
  },
};

// It may have to be fetched: meanwhile everything is done that needs none.
const [first = [], ...others] = everything;
const { passed, failed } = await runSteps([[[browser], ...first], ...others]);
if (missing !== '') console.error(missing);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
