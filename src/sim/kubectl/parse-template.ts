/** Go templates: text with `{{actions}}`, as `-o go-template` takes them. */

/** What an action names or computes. `at` is its offset in the template. */
export type Operand =
  | { readonly kind: 'dot'; readonly at: number }
  | {
      readonly kind: 'value';
      readonly value: string | number | boolean | null;
      readonly text: string;
      readonly at: number;
    }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  /** `.a.b`, `$x.a`, `(…).a`. */
  | {
      readonly kind: 'fields';
      readonly of: Operand;
      readonly names: readonly string[];
      readonly text: string;
      readonly at: number;
    }
  | { readonly kind: 'variable'; readonly name: string; readonly at: number }
  | { readonly kind: 'pipe'; readonly pipe: Pipe; readonly text: string; readonly at: number };

export interface Pipe {
  /** Variables that it sets; two only in `range`. */
  readonly names: readonly string[];
  readonly assigns: boolean;
  readonly commands: readonly (readonly Operand[])[];
  readonly text: string;
  readonly at: number;
}

/** `{{if}}`, `{{with}}` and `{{range}}` up to their `{{end}}`. */
export interface Control {
  readonly kind: 'if' | 'with' | 'range';
  readonly pipe: Pipe;
  readonly body: readonly Node[];
  readonly otherwise: readonly Node[];
}

export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'print'; readonly pipe: Pipe }
  | Control
  | { readonly kind: 'break' }
  | { readonly kind: 'continue' };

export type ParsedTemplate =
  | { readonly ok: true; readonly nodes: readonly Node[] }
  /** Go's words, with `template: output:1: ` before them. */
  | { readonly ok: false; readonly error: string };

class Wrong extends Error {}

/** Reads a template. Models text/template/parse as far as conditions, ranges, pipes and variables go. */
export function parseTemplate(text: string): ParsedTemplate {
  const pieces = cut(text);
  if (typeof pieces === 'string') return { ok: false, error: pieces };
  try {
    const parser = new Parser(text, pieces);
    return { ok: true, nodes: parser.all() };
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, error: error.message };
    throw error;
  }
}

interface Piece {
  readonly action: boolean;
  readonly text: string;
  readonly at: number;
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;
const refusal = (text: string, at: number, message: string): string =>
  `template: output:${lineOf(text, at)}: ${message}`;

/** Text and actions, blanks trimmed where `{{-` and `-}}` say so. */
function cut(text: string): readonly Piece[] | string {
  const pieces: Piece[] = [];
  let trim = false;
  for (let at = 0; at < text.length;) {
    const open = text.indexOf('{{', at);
    const until = open < 0 ? text.length : open;
    const trimEnd = /^-\s/.test(text.slice(until + 2, until + 4));
    let plain = text.slice(at, until);
    if (trim) plain = plain.trimStart();
    if (trimEnd) plain = plain.trimEnd();
    if (plain !== '') pieces.push({ action: false, text: plain, at });
    if (open < 0) break;
    const start = open + 2 + (trimEnd ? 2 : 0);
    const comment = /^\s*\/\*[\s\S]*?\*\/\s*-?}}/.exec(text.slice(start));
    const close = comment ? start + comment[0].length - 2 : closeOf(text, start);
    if (close === undefined) return refusal(text, text.length, 'unclosed action');
    trim = /\s-$/.test(text.slice(start, close));
    if (!comment) pieces.push({ action: true, text: text.slice(start, trim ? close - 1 : close), at: start });
    at = close + 2;
  }
  return pieces;
}

/** Where `}}` stands outside quotes. */
function closeOf(text: string, from: number): number | undefined {
  for (const { 0: sign, index } of text.slice(from).matchAll(/"(?:[^"\\\n]|\\.)*"|`[^`]*`|}}/g))
    if (sign === '}}') return from + index;
  return undefined;
}

interface Token {
  readonly text: string;
  readonly at: number;
  /** A blank stands before it. */
  readonly apart: boolean;
}

const tokenForm =
  /"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\]|\\.)+'|:=|[|(),=]|\.[A-Za-z_]\w*|\.(?!\d)|\$\w*|[+-]?\d[\w.]*|[A-Za-z_]\w*|\S/gy;

class Parser {
  readonly #whole: string;
  readonly #pieces: readonly Piece[];
  #at = 0;
  #tokens: readonly Token[] = [];
  #next = 0;
  #end = 0;
  /** Variables that stand at this place. */
  #known: readonly string[] = ['$'];

  constructor(whole: string, pieces: readonly Piece[]) {
    this.#whole = whole;
    this.#pieces = pieces;
  }

  all(): readonly Node[] {
    const { nodes, ended } = this.#nodes();
    if (ended) this.#fail(`unexpected {{${ended}}}`);
    return nodes;
  }

  /** Nodes up to an `end` or `else` that is theirs to close. */
  #nodes(): { readonly nodes: readonly Node[]; readonly ended: string } {
    const nodes: Node[] = [];
    while (this.#at < this.#pieces.length) {
      const piece = this.#pieces[this.#at] as Piece;
      this.#at += 1;
      if (!piece.action) {
        nodes.push({ kind: 'text', text: piece.text });
        continue;
      }
      this.#open(piece);
      const [first] = this.#tokens;
      const word = first?.text ?? '';
      if (word === 'end' || word === 'else') return { nodes, ended: word };
      if (word === 'if' || word === 'with' || word === 'range') nodes.push(this.#control(word));
      else if (word === 'break' || word === 'continue') nodes.push({ kind: word });
      else if (/^(define|template|block)$/.test(word)) this.#fail(`${word} is not part of the simulation`);
      else if (!first) this.#fail('missing value for command');
      else nodes.push({ kind: 'print', pipe: this.#pipe('command') });
    }
    return { nodes, ended: '' };
  }

  #control(kind: 'if' | 'with' | 'range'): Node {
    this.#next = 1;
    const outside = this.#known;
    try {
      return this.#branches(kind);
    } finally {
      this.#known = outside;
    }
  }

  #branches(kind: 'if' | 'with' | 'range'): Node {
    const pipe = this.#pipe(kind);
    const { nodes: body, ended } = this.#nodes();
    if (ended === '') this.#fail('unexpected EOF');
    if (ended === 'end') return { kind, pipe, body, otherwise: [] };
    // `{{else if …}}` holds its own end.
    const [, again] = this.#tokens;
    if (again && kind !== 'range' && again.text === kind) {
      this.#tokens = this.#tokens.slice(1);
      return { kind, pipe, body, otherwise: [this.#control(kind)] };
    }
    const last = this.#nodes();
    if (last.ended !== 'end') this.#fail(last.ended === '' ? 'unexpected EOF' : 'expected end; found {{else}}');
    return { kind, pipe, body, otherwise: last.nodes };
  }

  #open({ text, at }: Piece): void {
    const tokens: Token[] = [];
    for (let from = 0; from < text.length;) {
      const blank = /^\s*/.exec(text.slice(from))?.[0].length ?? 0;
      tokenForm.lastIndex = from + blank;
      const [found] = tokenForm.exec(text) ?? [];
      if (found === undefined) break;
      tokens.push({ text: found, at: at + from + blank, apart: blank > 0 });
      from += blank + found.length;
    }
    this.#tokens = tokens;
    this.#next = 0;
    this.#end = at + text.trimEnd().length;
  }

  #pipe(context: string): Pipe {
    const from = this.#next;
    const at = this.#tokens[from]?.at ?? this.#end;
    const { names, assigns } = this.#declared(context);
    const commands: (readonly Operand[])[] = [];
    const before = this.#known;
    while (true) {
      const operands = this.#operands();
      if (operands.length === 0 && commands.length === 0) this.#fail(`missing value for ${context}`);
      if (operands.length === 0 && this.#peek() === '|') this.#fail('unexpected "|" in command');
      if (operands.length > 0) commands.push(operands);
      if (this.#peek() !== '|') break;
      this.#next += 1;
    }
    this.#known = [...before, ...names];
    const left = this.#peek();
    if (left !== undefined && left !== ')')
      this.#fail(`unexpected ${JSON.stringify(left)} in ${context === 'command' ? 'operand' : context}`);
    return { names, assigns, commands, text: this.#textFrom(at), at };
  }

  #declared(context: string): Pick<Pipe, 'names' | 'assigns'> {
    const [a, b, c, d] = [0, 1, 2, 3].map((i) => this.#tokens[this.#next + i]?.text ?? '');
    if (a?.startsWith('$') && (b === ':=' || b === '=')) {
      this.#next += 2;
      return { names: [a], assigns: b === '=' };
    }
    if (context === 'range' && a?.startsWith('$') && b === ',' && c?.startsWith('$') && d === ':=') {
      this.#next += 4;
      return { names: [a, c], assigns: false };
    }
    return { names: [], assigns: false };
  }

  #operands(): readonly Operand[] {
    const operands: Operand[] = [];
    for (
      let token = this.#tokens[this.#next];
      token && token.text !== '|' && token.text !== ')';
      token = this.#tokens[this.#next]
    )
      operands.push(this.#operand(token));
    return operands;
  }

  #operand(token: Token): Operand {
    this.#next += 1;
    const { text, at } = token;
    const names: string[] = [];
    let of: Operand;
    let place = at;
    if (/^\.\w/.test(text)) {
      of = { kind: 'dot', at };
      names.push(text.slice(1));
    } else of = this.#term(text, at);
    // Go names the place of the second field of a chain.
    for (
      let next = this.#tokens[this.#next];
      next && !next.apart && /^\.\w/.test(next.text);
      next = this.#tokens[this.#next]
    ) {
      if (place === at) place = next.at;
      names.push(next.text.slice(1));
      this.#next += 1;
    }
    return names.length === 0 ? of : { kind: 'fields', of, names, text: this.#textFrom(at), at: place };
  }

  #term(text: string, at: number): Operand {
    if (text === '.') return { kind: 'dot', at };
    if (text === '(') {
      const pipe = this.#pipe('parenthesized pipeline');
      if (this.#peek() !== ')') this.#fail('unclosed left paren');
      this.#next += 1;
      return { kind: 'pipe', pipe, text: `(${pipe.text})`, at };
    }
    if (text.startsWith('$')) {
      if (!this.#known.includes(text)) this.#fail(`undefined variable ${JSON.stringify(text)}`);
      return { kind: 'variable', name: text, at };
    }
    if (text === '"') this.#fail('unterminated quoted string');
    if (text === 'true' || text === 'false') return { kind: 'value', value: text === 'true', text, at };
    if (text === 'nil') return { kind: 'value', value: null, text, at };
    if (/^["`]/.test(text)) return { kind: 'value', value: textOf(text), text, at };
    if (/^[+-]?\d/.test(text)) return this.#number(text, at);
    if (/^[A-Za-z_]\w*$/.test(text)) {
      if (!functions.has(text)) this.#fail(`function ${JSON.stringify(text)} not defined`);
      return { kind: 'name', name: text, at };
    }
    return this.#fail(`unexpected ${JSON.stringify(text)} in command`);
  }

  #number(text: string, at: number): Operand {
    const value = Number(text);
    return Number.isNaN(value)
      ? this.#fail(`bad number syntax: ${JSON.stringify(text)}`)
      : { kind: 'value', value, text, at };
  }

  #peek(): string | undefined {
    return this.#tokens[this.#next]?.text;
  }

  /** As Go prints it: what was typed, with single blanks. */
  #textFrom(at: number): string {
    const last = this.#tokens[this.#next - 1];
    return this.#whole.slice(at, last ? last.at + last.text.length : at).replaceAll(/\s+/g, ' ');
  }

  #fail(message: string): never {
    throw new Wrong(refusal(this.#whole, this.#end, message));
  }
}

function textOf(token: string): string {
  if (token.startsWith('`')) return token.slice(1, -1);
  const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };
  return token.slice(1, -1).replaceAll(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter);
}

/** Names that a template may call. */
export const functions: ReadonlySet<string> = new Set(
  'and or not len index slice print printf println eq ne lt le gt ge exists base64decode'.split(' '),
);
