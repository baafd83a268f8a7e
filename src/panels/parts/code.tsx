/** Manifest text with its colours, without an editor: what stands in the editor's place before it opens. */
import type { JSX } from 'preact';

/** Keys, plain numbers and comments of one line; the rest is plain. */
function Line({ text }: { readonly text: string }): JSX.Element {
  const comment = /(^|\s)#.*$/.exec(text);
  const code = comment ? text.slice(0, comment.index + (comment[1]?.length ?? 0)) : text;
  const key = /^(\s*(?:- +)*)([^\s:'"{[&*!|>-][^:]*)(:)(?=\s|$)/.exec(code);
  const rest = key ? code.slice(key[0].length) : code;
  const number = /^(\s*(?:- )?\s*)(-?\d+(?:\.\d+)?)(\s*)$/.exec(rest);
  return (
    <span class="code-line">
      {key && (
        <>
          {key[1]}
          <span class="yaml-key">{key[2]}:</span>
        </>
      )}
      {number ? (
        <>
          {number[1]}
          <span class="yaml-number">{number[2]}</span>
          {number[3]}
        </>
      ) : (
        rest
      )}
      {comment && <span class="yaml-comment">{text.slice(code.length)}</span>}
      {'\n'}
    </span>
  );
}

export function Code({ text, label }: { readonly text: string; readonly label: string }): JSX.Element {
  const lines = text.replace(/\n$/, '').split('\n');
  return (
    <pre class="code" role="textbox" aria-readonly="true" aria-multiline="true" aria-label={label} tabIndex={0}>
      {lines.map((line, i) => (
        <Line key={i} text={line} />
      ))}
    </pre>
  );
}
