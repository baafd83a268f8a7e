/** What every view of every scene needs, the drawer's panels and an exercise's checks, too. */
import { judge } from '../checks/judge.ts';
import { simulate } from '../sim/index.ts';
import { drawerView } from '../view/drawer/drawer-view.ts';
import { checkInWords } from '../view/check-words.ts';
import { dictionaryOf } from '../view/words/dictionaries.ts';
import type { EngineParts } from './engine.ts';

export const viewParts: EngineParts = {
  simulate,
  words: dictionaryOf,
  drawer: drawerView,
  judge: (run, checks, start, language) => judge(run, checks, start).map((result) => checkInWords(result, language)),
};
