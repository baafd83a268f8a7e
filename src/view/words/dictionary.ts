/** Everything the lab says, in one language. A page has one; only the build has both (`dictionaries.ts`). */
import type { Language } from '../view-models.ts';
import type { ProblemWords } from './problem-words.ts';
import type { ReasonWords } from './reason-words.ts';
import type { ServiceWords } from './service-words.ts';
import type { ViewWords } from './view-en.ts';

export interface Dictionary {
  readonly language: Language;
  readonly view: ViewWords;
  readonly reasons: ReasonWords;
  readonly problems: ProblemWords;
  readonly services: ServiceWords;
}
