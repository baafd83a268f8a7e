/** A prompt: commands and what the real tools would print. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PanelStrings } from '../../i18n/panels.ts';
import type { ConsoleView } from '../../view/console/console-model.ts';
import type { Actions, TranscriptEntry } from '../actions.ts';
import { Panel } from '../parts/panel.tsx';
import { Prompt } from './prompt.tsx';
import { useQueue } from './use-queue.ts';

interface Props {
  readonly transcript: readonly TranscriptEntry[];
  readonly strings: PanelStrings;
  /** What can be completed; absent until the engine has answered. */
  readonly known?: ConsoleView | undefined;
  readonly actions?: Actions | undefined;
}

export function ConsolePanel({ transcript, strings, known, actions }: Props): JSX.Element {
  const end = useRef<HTMLDivElement>(null);
  /** Entries before it are cleared. */
  const [first, setFirst] = useState(0);
  const run = useQueue(transcript, actions);
  useEffect(() => {
    const box = end.current;
    if (box) box.scrollTop = box.scrollHeight;
  }, [transcript.length]);
  const shown = transcript.slice(first);
  const clear = (): void => setFirst(transcript.length);
  return (
    <Panel
      id="console"
      title={strings.panel.console}
      strings={strings}
      actions={actions}
      text={() => shown.map((t) => `$ ${t.line}\n${t.stdout}${t.stderr}`).join('')}
    >
      <div class="transcript tool-output" ref={end} tabIndex={0} role="log" aria-label={strings.panel.console}>
        {shown.length === 0 && <p class="faint">{strings.console.hint}</p>}
        {shown.map((entry, i) => (
          <pre key={first + i} class={entry.code === 0 ? '' : 'failed'}>
            <span class="tool-command">{`$ ${entry.line}\n`}</span>
            {entry.stdout && <span lang={languageOf(entry.stdout)}>{entry.stdout}</span>}
            {entry.stderr && (
              <span class="tool-error" lang={languageOf(entry.stderr)}>
                {entry.stderr}
              </span>
            )}
          </pre>
        ))}
      </div>
      {actions && (
        <Prompt
          history={transcript.map((entry) => entry.line)}
          strings={strings}
          known={known}
          onRun={(text) => (text.trim() === 'clear' ? clear() : run(text))}
          onClear={clear}
        />
      )}
    </Panel>
  );
}

/** Tools print English, whatever the page's language; what is ours stands in it. */
const languageOf = (text: string): 'en' | undefined => (/\p{Script=Han}/u.test(text) ? undefined : 'en');
