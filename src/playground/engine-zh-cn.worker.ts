/** The first engine of a Chinese page. */
import { simulate } from '../sim/core.ts';
import { inChinese } from '../view/words/in-chinese.ts';
import { serveEngine } from './serve-engine.ts';

serveEngine({ simulate, words: () => inChinese });
