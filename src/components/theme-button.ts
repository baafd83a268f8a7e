const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** Makes the theme button go round: as the system, light, dark. The choice is kept where storage is allowed (public/theme.js reads it). */
export function startThemeButton(): void {
  const button = document.querySelector<HTMLButtonElement>('.theme');
  if (!button) return;
  const show = () => button.setAttribute('aria-label', button.dataset[current()] ?? '');
  button.addEventListener('click', () => {
    choose(themes[(themes.indexOf(current()) + 1) % themes.length] ?? 'auto');
    show();
  });
  show();
}

function current(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === 'light' || chosen === 'dark' ? chosen : 'auto';
}

function choose(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem('endpoint-lab:theme', theme);
  } catch {
    // Storage is denied or full: the choice lasts as long as the page.
  }
}
