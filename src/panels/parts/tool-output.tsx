/** What a command line tool printed, to the byte; scrolls sideways. */
import type { JSX } from 'preact';

export function ToolOutput({ command, output }: { readonly command?: string; readonly output: string }): JSX.Element {
  return (
    <pre class="tool-output" lang="en" tabIndex={0}>
      {command !== undefined && <span class="tool-command">{`$ ${command}\n`}</span>}
      {output}
    </pre>
  );
}
