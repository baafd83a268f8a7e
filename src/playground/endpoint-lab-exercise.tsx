/**
 * <endpoint-lab-exercise>: brings an exercise into the page's lab and shows what its checks find.
 * Attributes: `data-start` and `data-solution` (scene files), `data-checks` (JSON), `data-language`, `name` (of its draft).
 */
import { render } from 'preact';
import type { Check } from '../checks/checks.ts';
import { panelStrings } from '../i18n/panels.ts';
import { GlyphIcon } from '../panels/parts/glyph.tsx';
import { Words } from '../panels/parts/words.tsx';
import type { Language } from '../view/view-models.ts';
import type { EndpointLabScene } from './endpoint-lab-scene.tsx';
import type { SessionState } from './lab-session.ts';

class EndpointLabExercise extends HTMLElement {
  #lab: EndpointLabScene | undefined;
  #running = false;
  #announced = false;
  readonly #onResults = (event: Event): void => this.#draw((event as CustomEvent<SessionState>).detail);

  connectedCallback(): void {
    this.#lab = document.querySelector<EndpointLabScene>('endpoint-lab-scene:not([data-figure])') ?? undefined;
    this.#lab?.addEventListener('results', this.#onResults);
    this.#draw();
  }

  disconnectedCallback(): void {
    this.#lab?.removeEventListener('results', this.#onResults);
    render(null, this);
  }

  #toggle(): void {
    const lab = this.#lab;
    if (!lab) return;
    const { start = '', checks = '[]' } = this.dataset;
    this.#running = !this.#running;
    this.#announced = false;
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

  #draw(state?: SessionState): void {
    const { exercise } = panelStrings((this.dataset['language'] ?? 'en') as Language);
    const checks = this.#running ? (state?.checks ?? []) : [];
    const passed = checks.filter((check) => check.passed).length;
    const done = checks.length > 0 && passed === checks.length;
    this.#announced ||= done;
    this.closest('.task')?.classList.toggle('done', done);
    render(
      <>
        <p class="exercise-bar">
          <button type="button" class={this.#running ? 'button' : 'button primary'} onClick={() => this.#toggle()}>
            {this.#running ? exercise.backToLesson : exercise.start}
          </button>
          {this.#running && (
            <button type="button" class="button" onClick={() => this.#lab?.replace(this.dataset['solution'] ?? '')}>
              {exercise.solution}
            </button>
          )}
          <span role="status">
            {checks.length > 0 && (done ? exercise.passed : exercise.done(passed, checks.length))}
          </span>
        </p>
        {checks.length > 0 && (
          <ul class="checks">
            {checks.map((check, i) => (
              <li key={i} class={check.passed ? 'passed' : 'failed'}>
                <GlyphIcon glyph={check.passed ? 'ok' : 'error'} />
                <span>
                  <Words words={check.words} />
                  {!check.passed && check.observed.length > 0 && (
                    <small>
                      {exercise.observed} <Words words={check.observed} />
                    </small>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </>,
      this,
    );
  }
}

if (!customElements.get('endpoint-lab-exercise')) customElements.define('endpoint-lab-exercise', EndpointLabExercise);
