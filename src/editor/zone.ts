/** What stands under the line of the first cause: our sentence and at most two buttons. Both editors show the same element. */
import type { Fix } from '../view/view-models.ts';
import type { Zone } from './editor.ts';
import { wordsNodes } from './words-html.ts';

export function zoneElement(zone: Zone, onFix: (fix: Fix) => void): HTMLElement {
  const box = document.createElement('div');
  box.className = `editor-zone ${zone.severity}`;
  const sentence = document.createElement('p');
  sentence.append(...wordsNodes(zone.words));
  box.append(sentence);
  const fixes = zone.fixes.slice(0, 2);
  if (fixes.length > 0) {
    const buttons = document.createElement('p');
    buttons.className = 'fixes';
    buttons.append(...fixes.map((fix, i) => button(fix, i === 0, onFix)));
    box.append(buttons);
  }
  return box;
}

function button(fix: Fix, first: boolean, onFix: (fix: Fix) => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = first ? 'button small primary' : 'button small';
  element.textContent = fix.title;
  element.addEventListener('click', () => onFix(fix));
  return element;
}
