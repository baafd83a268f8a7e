// `npm test`: every check and every test. The last line is `N passed, N failed` over all of them; exit code 1 if any failed.
import { endWithParent } from './end-with-parent.ts';
import { everything, oneOf, runSteps, type Step } from './steps.ts';
import { findChromium } from './system-packages.ts';

endWithParent(1);

const chromium = findChromium();
if ('path' in chromium) process.env['CHROMIUM_PATH'] = chromium.path;
const browser: Step = {
  name: 'a browser to test with',
  run: async () => {
    if ('missing' in chromium) console.error(chromium.missing);
    return oneOf('path' in chromium);
  },
};

const { passed, failed } = await runSteps([[[browser]], ...everything]);
if ('missing' in chromium) console.error(chromium.missing);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
