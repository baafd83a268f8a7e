/** What every view of every scene needs, the drawer's panels, too. */
import { simulate } from '../sim/index.ts';
import { drawerView } from '../view/drawer/drawer-view.ts';
import { dictionaryOf } from '../view/words/dictionaries.ts';
import type { EngineParts } from './engine.ts';

export const viewParts: EngineParts = { simulate, words: dictionaryOf, drawer: drawerView };
