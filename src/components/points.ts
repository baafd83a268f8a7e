/** What a phrase of the text wants to see: detail of the event `endpoint-lab:show`, which the lab listens to. */
export interface Shown {
  readonly state?: number;
  readonly panel?: string;
  /** A line of that state's text, from 1. */
  readonly line?: number;
  readonly ask?: string;
}

/** Phrases of the text (`<Point/>`) speak to the page's lab. The link itself brings the lab into view. */
export function startPoints(): void {
  document.addEventListener('click', (event) => {
    const phrase = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-point]') : null;
    const lab = document.querySelector('#lab endpoint-lab-scene');
    if (!phrase || !lab) return;
    const { state, panel, line, ask } = phrase.dataset;
    const detail: Shown = {
      ...(state !== undefined && { state: Number(state) }),
      ...(panel !== undefined && { panel }),
      ...(line !== undefined && { line: Number(line) }),
      ...(ask !== undefined && { ask }),
    };
    lab.dispatchEvent(new CustomEvent<Shown>('endpoint-lab:show', { detail }));
  });
}
