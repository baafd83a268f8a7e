// `npm test`: every check and every test. The last line is `N passed, N failed` over all of them; exit code 1 if any failed.
import { endWithParent } from './end-with-parent.ts';
import { checks, runSteps, tests, type Counts, type Step } from './steps.ts';
import { findChromium } from './system-packages.ts';

endWithParent(1);

const chromium = findChromium();
if ('path' in chromium) process.env['CHROMIUM_PATH'] = chromium.path;
const browser: Step = {
  name: 'a browser to test with',
  run: async (): Promise<Counts> => {
    if ('path' in chromium) return { passed: 1, failed: 0 };
    console.error(chromium.missing);
    return { passed: 0, failed: 1 };
  },
};

const { passed, failed } = await runSteps([browser, ...checks, ...tests]);
if ('missing' in chromium) console.error(chromium.missing);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
