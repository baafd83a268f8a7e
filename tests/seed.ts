// What properties draw: the same with every `npm test`, so that one fails for the change that broke something and never by chance;
// something new with every long run, or with `SEED=n` what that run drew. A failure prints its seed and path.
import fc from 'fast-check';

const { SEED, LONG } = process.env;
const seed = SEED ?? (LONG === '1' ? undefined : '20000101');
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
