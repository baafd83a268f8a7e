/**
 * <endpoint-lab-exercise>: brings an exercise into the page's lab and shows what its checks find.
 * A button `[data-put-solution]` in the same `.task` puts the solution into the lab.
 * Attributes: `data-start` and `data-solution` (scene files), `data-checks` (JSON), `data-language`, `name` (of its draft).
 */
import { render } from 'preact';
import type { Check } from '../checks/checks.ts';
import type { PanelStrings } from '../i18n/panels.ts';
import { areAllPassed, ExercisePanel } from '../panels/exercise/exercise-panel.tsx';
import type { Language } from '../view/view-models.ts';
import type { EndpointLabScene } from './endpoint-lab-scene.tsx';
import type { SessionState } from './lab-session.ts';
import { loadStrings } from './page-strings.ts';

class EndpointLabExercise extends HTMLElement {
  #lab: EndpointLabScene | undefined;
  #running = false;
  #strings: PanelStrings | undefined;
  #putButton: HTMLElement | undefined;
  readonly #put = (): void => this.#putSolution();
  readonly #onResults = (event: Event): void => this.#draw((event as CustomEvent<SessionState>).detail);

  connectedCallback(): void {
    this.#lab = document.querySelector<EndpointLabScene>('endpoint-lab-scene:not([data-figure])') ?? undefined;
    this.#lab?.addEventListener('results', this.#onResults);
    this.#putButton = this.closest('.task')?.querySelector<HTMLElement>('[data-put-solution]') ?? undefined;
    this.#putButton?.addEventListener('click', this.#put);
    if (this.#lab) this.#putButton?.removeAttribute('hidden');
    void this.#learn();
  }

  async #learn(): Promise<void> {
    this.#strings = await loadStrings((this.dataset['language'] ?? 'en') as Language);
    if (this.isConnected) this.#draw();
  }

  disconnectedCallback(): void {
    this.#lab?.removeEventListener('results', this.#onResults);
    this.#putButton?.removeEventListener('click', this.#put);
    render(null, this);
  }

  #toggle(): void {
    const lab = this.#lab;
    if (!lab) return;
    const { start = '', checks = '[]' } = this.dataset;
    this.#running = !this.#running;
    if (this.#running)
      lab.open({
        scene: start,
        draft: `${this.getAttribute('name') ?? ''}/exercise`,
        checks: JSON.parse(checks) as readonly Check[],
      });
    else lab.open({ scene: lab.dataset['scene'] ?? '', draft: lab.dataset['draft'] ?? '' });
    lab.scrollIntoView({ block: 'nearest' });
    this.#draw();
  }

  /** In the exercise's place: undo brings back what was there. */
  #putSolution(): void {
    if (!this.#running) this.#toggle();
    this.#lab?.replace(this.dataset['solution'] ?? '');
  }

  #draw(state?: SessionState): void {
    const checks = this.#running ? (state?.checks ?? []) : [];
    this.closest('.task')?.classList.toggle('done', areAllPassed(checks));
    const strings = this.#strings;
    if (!strings) return;
    render(
      <ExercisePanel running={this.#running} checks={checks} strings={strings} onToggle={() => this.#toggle()} />,
      this,
    );
  }
}

if (!customElements.get('endpoint-lab-exercise')) customElements.define('endpoint-lab-exercise', EndpointLabExercise);
