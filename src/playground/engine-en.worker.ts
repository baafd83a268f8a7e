/** The first engine of an English page. */
import { simulate } from '../sim/core.ts';
import { inEnglish } from '../view/words/in-english.ts';
import { serveEngine } from './serve-engine.ts';

serveEngine({ simulate, words: () => inEnglish });
