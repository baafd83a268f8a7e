/** A scene's text → header, manifest and steps by their lines alone. */

/** From `start` up to `end` in the scene's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface StepCut {
  /** Of its `# step:` line. */
  readonly start: number;
  /** The comment lines with the step's mapping. */
  readonly comment: Span;
  /** False: no `#---` line ends the comment. */
  readonly closed: boolean;
  readonly text: Span;
}

export interface SceneCut {
  /** The comment lines before `#---`, if there are such. Whether they are a header is not decided here. */
  readonly comment?: Span;
  /** With `comment`: every byte behind the `#---` line; without: from the first byte on. Up to the first step. */
  readonly manifest: Span;
  readonly steps: readonly StepCut[];
}

const ruler = /^#---\r?$/;

/** Cuts at lines that are exactly `#---` and `# step:` (a carriage return may follow). Lines end at line feeds only. */
export function cutScene(text: string): SceneCut {
  const comment = commentAt(text, 0);
  if (!comment.closed) return { manifest: { start: 0, end: text.length }, steps: [] };
  const starts = stepStarts(text, comment.behind);
  const steps = starts.map((start, index) => {
    const found = commentAt(text, nextLine(text, start));
    const end = starts[index + 1] ?? text.length;
    return { start, comment: found.span, closed: found.closed, text: { start: found.behind, end } };
  });
  const manifest = { start: comment.behind, end: starts[0] ?? text.length };
  return { comment: comment.span, manifest, steps };
}

function nextLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  return feed < 0 ? text.length : feed + 1;
}

/** The lines from `start` on that begin with `#`, up to a ruler. `behind`: where what follows them begins. */
function commentAt(text: string, start: number): { span: Span; closed: boolean; behind: number } {
  let at = start;
  while (text.charAt(at) === '#') {
    const next = nextLine(text, at);
    const line = text.slice(at, next).replace(/\n$/, '');
    if (ruler.test(line)) return { span: { start, end: at }, closed: true, behind: next };
    if (line === '# step:' || line === '# step:\r') break;
    at = next;
  }
  return { span: { start, end: at }, closed: false, behind: at };
}

function stepStarts(text: string, from: number): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf('# step:', from); at >= 0; at = text.indexOf('# step:', at + 1)) {
    const atLineStart = at === from || text.charAt(at - 1) === '\n';
    const rest = text.slice(at + 7, at + 9);
    if (atLineStart && (rest === '' || rest === '\r' || rest === '\r\n' || rest.startsWith('\n'))) starts.push(at);
  }
  return starts;
}
