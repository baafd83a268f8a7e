// `npm run check`: format, lint and types, without tests.
import { checks, runSteps } from './steps.ts';

const { passed, failed } = await runSteps(checks);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
