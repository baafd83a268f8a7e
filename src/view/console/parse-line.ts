/** What is typed into the console → commands, by the rules of a POSIX shell as far as the console goes. */

/** A piece of a word. `quoted`: what it holds is not split at blanks. */
export type Part =
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'variable'; readonly name: string; readonly quoted: boolean }
  /** `$(…)` and backticks: a line of its own. */
  | { readonly kind: 'command'; readonly line: string; readonly quoted: boolean };

export type Word = readonly Part[];

/** One program of a pipeline. */
export interface Command {
  readonly words: readonly Word[];
  /** Of a here-document or here-string. */
  readonly input?: Word;
  /** `< FILE`. */
  readonly inputFile?: Word;
  /** Where its two outputs go, in the order typed: `2>&1` is `{from: 2, to: '&1'}`. */
  readonly outputs: readonly { readonly from: 1 | 2; readonly to: '&1' | '&2' | Word }[];
}

/** Programs joined by pipes, and how it goes on from the statement before. */
export interface Statement {
  readonly commands: readonly Command[];
  /** `&&` and `||`: only after success, only after failure. */
  readonly after: 'always' | 'success' | 'failure';
  /** From `start` up to `end` in the line; here-documents included. */
  readonly start: number;
  readonly end: number;
}

/** Something that a shell would wait for, or that the console does not have. */
export type LineFault = 'open-quote' | 'open-substitution' | 'open-here-document' | 'syntax' | 'background';

export type ParsedLine =
  { readonly ok: true; readonly statements: readonly Statement[] } | { readonly ok: false; readonly fault: LineFault };

/** A fault on its way out of the reader. */
class Fault extends Error {
  readonly fault: LineFault;
  constructor(fault: LineFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Reads a line, or several with the here-documents between them. `#` begins a comment; a line may end in `\`. */
export function parseLine(text: string): ParsedLine {
  try {
    return { ok: true, statements: new Reader(text).statements() };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.fault };
    throw error;
  }
}

interface OpenCommand {
  words: Word[];
  input?: Word;
  inputFile?: Word;
  outputs: Command['outputs'][number][];
}

interface HereDocument {
  readonly command: OpenCommand;
  readonly end: string;
  /** `<<-`: tabs before a line are dropped. */
  readonly tabs: boolean;
  /** The end word was quoted: nothing is put in. */
  readonly raw: boolean;
}

class Reader {
  #at = 0;
  readonly #text: string;
  #waiting: HereDocument[] = [];

  constructor(text: string) {
    this.#text = text.replaceAll('\r\n', '\n');
  }

  statements(): Statement[] {
    const statements: Statement[] = [];
    let after: Statement['after'] = 'always';
    while (true) {
      this.#blanks(after === 'always' || statements.length > 0);
      if (this.#at >= this.#text.length) break;
      const start = this.#at;
      const commands = this.#pipeline();
      let end = this.#at;
      const separator = this.#take('&&', '||', ';', '\n');
      if (separator === undefined && this.#at < this.#text.length) throw new Fault('syntax');
      if (separator === '\n') end = Math.max(end, this.#hereDocuments());
      if (this.#at >= this.#text.length && this.#waiting.length > 0) throw new Fault('open-here-document');
      statements.push({ commands, after, start, end });
      after = separator === '&&' ? 'success' : separator === '||' ? 'failure' : 'always';
    }
    if (after !== 'always') throw new Fault('syntax');
    return statements;
  }

  #pipeline(): Command[] {
    const commands: Command[] = [];
    do {
      if (commands.length > 0) this.#blanks(true);
      const command = this.#command();
      if (command.words.length === 0) throw new Fault('syntax');
      commands.push(command);
    } while (this.#takePipe());
    return commands;
  }

  #takePipe(): boolean {
    if (this.#text[this.#at] !== '|' || this.#text[this.#at + 1] === '|') return false;
    this.#at += 1;
    return true;
  }

  #command(): Command {
    const command: OpenCommand = { words: [], outputs: [] };
    while (true) {
      this.#blanks(false);
      const char = this.#text[this.#at];
      if (char === undefined || char === '\n' || char === ';' || char === '|') return command;
      if (char === '&' && this.#text[this.#at + 1] === '&') return command;
      if (char === '&' && this.#text[this.#at + 1] !== '>') throw new Fault('background');
      if (char === '(' || char === ')') throw new Fault('syntax');
      if (!this.#redirection(command)) command.words.push(this.#word());
    }
  }

  #redirection(command: OpenCommand): boolean {
    const sign = /^(?:<<<|<<-?|<|&>>?|[12]?>>?)/.exec(this.#text.slice(this.#at, this.#at + 4))?.[0];
    if (sign === undefined) return false;
    this.#at += sign.length;
    if (sign.endsWith('>')) {
      const to = this.#take('&1', '&2') as '&1' | '&2' | undefined;
      const target = to ?? this.#target();
      const from = sign.startsWith('2') ? 2 : 1;
      command.outputs.push({ from, to: target });
      if (sign.startsWith('&')) command.outputs.push({ from: 2, to: '&1' });
    } else if (sign === '<') command.inputFile = this.#target();
    else if (sign === '<<<') command.input = [...this.#target(), { kind: 'text', text: '\n', quoted: true }];
    else {
      const from = this.#at;
      const end = this.#target()
        .map((part) => (part.kind === 'text' ? part.text : ''))
        .join('');
      const raw = /['"\\]/.test(this.#text.slice(from, this.#at));
      this.#waiting.push({ command, end, tabs: sign === '<<-', raw });
    }
    return true;
  }

  #target(): Word {
    this.#blanks(false);
    const word = this.#word();
    if (word.length === 0) throw new Fault('syntax');
    return word;
  }

  /** Reads the documents that wait, behind the end of their line; the offset where the last one ends. */
  #hereDocuments(): number {
    for (const { command, end, tabs, raw } of this.#waiting) {
      const lines: string[] = [];
      while (true) {
        if (this.#at >= this.#text.length) throw new Fault('open-here-document');
        const feed = this.#text.indexOf('\n', this.#at);
        const next = feed < 0 ? this.#text.length : feed;
        const line = this.#text.slice(this.#at, next);
        this.#at = Math.min(next + 1, this.#text.length);
        const bare = tabs ? line.replace(/^\t+/, '') : line;
        if (bare === end) break;
        lines.push(`${bare}\n`);
      }
      const text = lines.join('');
      command.input = raw ? [{ kind: 'text', text, quoted: true }] : quotedParts(text, false);
    }
    const some = this.#waiting.length > 0;
    this.#waiting = [];
    return some ? this.#at - (this.#text[this.#at - 1] === '\n' ? 1 : 0) : 0;
  }

  #word(): Word {
    const parts: Part[] = [];
    let plain = '';
    const flush = (): void => {
      if (plain !== '') parts.push({ kind: 'text', text: plain, quoted: false });
      plain = '';
    };
    while (this.#at < this.#text.length) {
      const char = this.#text[this.#at] ?? '';
      if (/[\s|;&<>()]/.test(char)) break;
      if (char === '\\') {
        if (this.#text[this.#at + 1] !== '\n') {
          flush();
          parts.push({ kind: 'text', text: this.#text[this.#at + 1] ?? '', quoted: true });
        }
        this.#at += 2;
      } else if (char === "'") {
        flush();
        parts.push({ kind: 'text', text: this.#quoted("'"), quoted: true });
      } else if (char === '"') {
        flush();
        parts.push(...quotedParts(this.#doubleQuoted(), true));
      } else {
        const part = substitutionAt(this.#text, this.#at, false);
        if (!part) plain += char;
        else {
          flush();
          parts.push(part.part);
        }
        this.#at = part?.end ?? this.#at + 1;
      }
    }
    flush();
    return parts;
  }

  #quoted(quote: string): string {
    const end = this.#text.indexOf(quote, this.#at + 1);
    if (end < 0) throw new Fault('open-quote');
    const text = this.#text.slice(this.#at + 1, end);
    this.#at = end + 1;
    return text;
  }

  /** What stands between double quotes, as typed. */
  #doubleQuoted(): string {
    const start = this.#at + 1;
    let at = start;
    while (this.#text[at] !== '"') {
      if (at >= this.#text.length) throw new Fault('open-quote');
      at = this.#text[at] === '\\' ? at + 2 : (substitutionAt(this.#text, at, true)?.end ?? at + 1);
    }
    this.#at = at + 1;
    return this.#text.slice(start, at);
  }

  /** Skips blanks, comments and joined lines; with `feeds`, line feeds, too. */
  #blanks(feeds: boolean): void {
    const blank = feeds ? /(?:[ \t\n]|\\\n)*(?:#[^\n]*)?/y : /(?:[ \t]|\\\n)*(?:#[^\n]*)?/y;
    for (let before = -1; before !== this.#at;) {
      before = this.#at;
      blank.lastIndex = this.#at;
      this.#at += blank.exec(this.#text)?.[0].length ?? 0;
      if (!feeds) return;
    }
  }

  #take(...signs: readonly string[]): string | undefined {
    const sign = signs.find((each) => this.#text.startsWith(each, this.#at));
    if (sign !== undefined) this.#at += sign.length;
    return sign;
  }
}

/** Text in which variables and commands are put in, and nothing is split. */
function quotedParts(text: string, quotes: boolean): Part[] {
  const parts: Part[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const found = substitutionAt(text, at, true);
    if (found) {
      if (plain !== '') parts.push({ kind: 'text', text: plain, quoted: true });
      plain = '';
      parts.push(found.part);
      at = found.end;
    } else if (text[at] === '\\' && (quotes ? /["\\$`\n]/ : /[\\$`\n]/).test(text[at + 1] ?? '')) {
      plain += text[at + 1] === '\n' ? '' : (text[at + 1] ?? '');
      at += 2;
    } else {
      plain += text[at] ?? '';
      at += 1;
    }
  }
  if (plain !== '' || parts.length === 0) parts.push({ kind: 'text', text: plain, quoted: true });
  return parts;
}

/** `$NAME`, `${NAME}`, `$(LINE)` or a line in backticks; undefined where none begins. */
function substitutionAt(text: string, at: number, quoted: boolean): { part: Part; end: number } | undefined {
  if (text[at] === '`') {
    const end = text.indexOf('`', at + 1);
    if (end < 0) throw new Fault('open-quote');
    return { part: { kind: 'command', line: text.slice(at + 1, end), quoted }, end: end + 1 };
  }
  if (text[at] !== '$') return undefined;
  if (text[at + 1] === '(') {
    const end = closing(text, at + 2);
    return { part: { kind: 'command', line: text.slice(at + 2, end), quoted }, end: end + 1 };
  }
  const [all = '', bare, braced] =
    /^\$(?:([A-Za-z_]\w*|[?#@*$0-9])|\{([A-Za-z_]\w*)\})/.exec(text.slice(at, at + 300)) ?? [];
  const name = bare ?? braced;
  return name === undefined ? undefined : { part: { kind: 'variable', name, quoted }, end: at + all.length };
}

/** Where the parenthesis closes that was opened before `from`. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\\') at += 1;
    else if (char === "'" || char === '"') {
      at = text.indexOf(char, at + 1);
      if (at < 0) throw new Fault('open-quote');
    } else if (char === '(') depth += 1;
    else if (char === ')' && (depth -= 1) === 0) return at;
  }
  throw new Fault('open-substitution');
}
