/** A prompt: commands and what the real tools would print. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PanelStrings } from '../../i18n/panels.ts';
import type { Actions, TranscriptEntry } from '../actions.ts';
import { Panel } from '../parts/panel.tsx';

interface Props {
  readonly transcript: readonly TranscriptEntry[];
  readonly strings: PanelStrings;
  readonly actions?: Actions | undefined;
}

export function ConsolePanel({ transcript, strings, actions }: Props): JSX.Element {
  const end = useRef<HTMLDivElement>(null);
  const [line, setLine] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => {
    const box = end.current;
    if (box) box.scrollTop = box.scrollHeight;
  }, [transcript.length]);
  const history = transcript.map((entry) => entry.line);
  const recall = (step: number): void => {
    const next = Math.max(0, Math.min(history.length, at + step));
    setAt(next);
    setLine(next === 0 ? '' : (history.at(-next) ?? ''));
  };
  return (
    <Panel
      id="console"
      title={strings.panel.console}
      strings={strings}
      actions={actions}
      text={() => transcript.map((t) => `$ ${t.line}\n${t.stdout}${t.stderr}`).join('')}
    >
      <div class="transcript tool-output" ref={end} tabIndex={0} role="log" aria-label={strings.panel.console}>
        {transcript.length === 0 && <p class="faint">{strings.console.hint}</p>}
        {transcript.map((entry, i) => (
          <pre key={i} class={entry.code === 0 ? '' : 'failed'}>
            <span class="tool-command">{`$ ${entry.line}\n`}</span>
            {entry.stdout}
            {entry.stderr && <span class="tool-error">{entry.stderr}</span>}
          </pre>
        ))}
      </div>
      {actions && (
        <form
          class="prompt"
          onSubmit={(e) => {
            e.preventDefault();
            if (line.trim() === '') return;
            actions.run(line.trim());
            setLine('');
            setAt(0);
          }}
        >
          <span aria-hidden="true">$</span>
          <input
            type="text"
            aria-label={strings.console.prompt}
            value={line}
            spellcheck={false}
            autocapitalize="off"
            autocomplete="off"
            onInput={(e) => setLine(e.currentTarget.value)}
            onKeyDown={(e) => {
              if (e.key !== 'ArrowUp' && e.key !== 'ArrowDown') return;
              e.preventDefault();
              recall(e.key === 'ArrowUp' ? 1 : -1);
            }}
          />
          <button type="submit" class="button small">
            {strings.console.run}
          </button>
        </form>
      )}
    </Panel>
  );
}
