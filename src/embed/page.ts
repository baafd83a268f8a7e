import { startEmbed } from './frame.ts';
import { htmlLang, parseLocale } from '../i18n/locale.ts';
import { manifestOf } from '../lessons/manifest.ts';

/** Joins the framed page's elements to what its host says. */
export function startEmbedPage(): void {
  const locale = parseLocale(new URLSearchParams(location.search).get('locale') ?? undefined) ?? 'en';
  document.documentElement.lang = htmlLang[locale];
  const box = document.querySelector('main');
  const lab = document.querySelector('endpoint-lab-scene');
  const message = document.querySelector('.embed-message');
  if (!box || !lab || !message) throw new Error('The page has lost its main, its lab or its message line');
  startEmbed({
    box,
    say: (text) => {
      message.textContent = text;
    },
    show: (scene) => {
      message.textContent = '';
      const text = document.createElement('pre');
      text.className = 'manifest plain';
      text.tabIndex = 0;
      text.textContent = manifestOf(scene);
      lab.replaceChildren(text);
    },
  });
}
