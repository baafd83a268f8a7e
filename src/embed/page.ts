import { htmlLang, parseLocale } from '../i18n/locale.ts';
import { startEmbed } from './frame.ts';

/** Joins the framed page's elements to what its host says. */
export function startEmbedPage(): void {
  const locale = parseLocale(new URLSearchParams(location.search).get('locale') ?? undefined) ?? 'en';
  document.documentElement.lang = htmlLang[locale];
  const box = document.querySelector('main');
  const message = document.querySelector('.embed-message');
  if (!box || !message) throw new Error('The page has lost its main or its message line');
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
      text.textContent = scene;
      box.querySelector('endpoint-lab-scene')?.replaceChildren(text);
    },
  });
}
