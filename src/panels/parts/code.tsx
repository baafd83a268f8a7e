/** Manifest text with its colours, without an editor: what stands in the editor's place before it opens. */
import { Fragment, type JSX } from 'preact';
import { namedFolds } from '../../view/named-folds.ts';

/** Keys, plain numbers and comments of one line; the rest is plain. */
function Line({ text, number: line }: { readonly text: string; readonly number: number }): JSX.Element {
  const comment = /(^|\s)#.*$/.exec(text);
  const code = comment ? text.slice(0, comment.index + (comment[1]?.length ?? 0)) : text;
  const key = /^(\s*(?:- +)*)([^\s:'"{[&*!|>-][^:]*)(:)(?=\s|$)/.exec(code);
  const rest = key ? code.slice(key[0].length) : code;
  const number = /^(\s*(?:- )?\s*)(-?\d+(?:\.\d+)?)(\s*)$/.exec(rest);
  return (
    <span class="code-line" data-line={line}>
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

interface CodeProps {
  readonly text: string;
  readonly label: string;
  /** Documents that stand folded to one line: `pod/client`. Their text is there, behind it. */
  readonly fold?: readonly string[];
  /** `pod/client · 11 lines`. */
  readonly folded?: (document: string, lines: number) => string;
}

export function Code({ text, label, fold = [], folded }: CodeProps): JSX.Element {
  const lines = text.replace(/\n$/, '').split('\n');
  const folds = folded ? namedFolds(text, fold) : [];
  if (!folded || folds.length === 0) {
    return (
      <pre class="code" role="textbox" aria-readonly="true" aria-multiline="true" aria-label={label} tabIndex={0}>
        <Lines lines={lines} from={1} />
      </pre>
    );
  }
  return (
    <div class="code" role="textbox" aria-readonly="true" aria-multiline="true" aria-label={label} tabIndex={0}>
      {folds.map(({ first, last, document }, i) => (
        <Fragment key={first}>
          <Piece lines={lines.slice(folds[i - 1]?.last ?? 0, first - 1)} from={(folds[i - 1]?.last ?? 0) + 1} />
          <details class="folded">
            <summary>{folded(document, last - first + 1)}</summary>
            <Piece lines={lines.slice(first - 1, last)} from={first} />
          </details>
        </Fragment>
      ))}
      <Piece lines={lines.slice(folds.at(-1)?.last ?? 0)} from={(folds.at(-1)?.last ?? 0) + 1} />
    </div>
  );
}

interface LinesProps {
  readonly lines: readonly string[];
  /** The number of the first. */
  readonly from: number;
}

/** Lines that stand together. */
function Piece({ lines, from }: LinesProps): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <pre>
      <Lines lines={lines} from={from} />
    </pre>
  );
}

function Lines({ lines, from }: LinesProps): JSX.Element {
  return (
    <>
      {lines.map((line, i) => (
        <Line key={i} text={line} number={from + i} />
      ))}
    </>
  );
}
