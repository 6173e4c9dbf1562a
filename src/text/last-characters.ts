/** What a piece of a pattern may end in. */
interface End {
  /** The characters; null where they are too many to name. */
  chars: string | null;
  /** It may match nothing: then what stands before it is the end. */
  empty: boolean;
}

const NOTHING: End = { chars: '', empty: true };
const ANYTHING: End = { chars: null, empty: false };

/** Reads a regular expression's source, as far as its last characters need it. */
class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  alternatives(): End {
    let all = this.#sequence();
    while (this.#takes('|')) all = either(all, this.#sequence());
    return all;
  }

  #takes(piece: string): boolean {
    if (!this.#source.startsWith(piece, this.#at)) return false;
    this.#at += piece.length;
    return true;
  }

  #sequence(): End {
    let all = NOTHING;
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at]!)) {
      const piece = this.#quantified(this.#piece());
      all = piece.empty ? { ...either(all, piece), empty: all.empty } : piece;
    }
    return all;
  }

  #quantified(piece: End): End {
    const mark = this.#source[this.#at];
    if (mark === undefined || !'?*+{'.includes(mark)) return piece;
    const optional = mark === '?' || mark === '*' || this.#source.startsWith('{0', this.#at);
    this.#at = mark === '{' ? this.#source.indexOf('}', this.#at) + 1 : this.#at + 1;
    this.#takes('?');
    return optional ? { ...piece, empty: true } : piece;
  }

  #piece(): End {
    if (this.#takes('(')) return this.#group();
    if (this.#takes('[')) return this.#characterClass();
    if (this.#takes('^') || this.#takes('$')) return NOTHING;
    if (this.#takes('\\')) return this.#escape();
    return this.#takes('.') ? ANYTHING : { chars: this.#source[this.#at++]!, empty: false };
  }

  /** What a lookaround asks for is not part of the match. */
  #group(): End {
    const m = /^\?(?::|<?[=!]|<[^>]*>)/u.exec(this.#source.slice(this.#at));
    this.#at += m?.[0].length ?? 0;
    const inner = this.alternatives();
    this.#takes(')');
    return /[=!]$/u.test(m?.[0] ?? '') ? NOTHING : inner;
  }

  #characterClass(): End {
    const from = this.#at;
    while (this.#source[this.#at] !== ']') this.#at += this.#source[this.#at] === '\\' ? 2 : 1;
    const members = this.#source.slice(from, this.#at++);
    if (/^\^|\\/u.test(members)) return ANYTHING;
    return { chars: members.replace(/(.)-(.)/gsu, (_, a: string, b: string) => range(a, b)), empty: false };
  }

  #escape(): End {
    const c = this.#source[this.#at++]!;
    if (c === 'p' || c === 'u') this.#at = this.#source.indexOf('}', this.#at) + 1;
    return /[A-Za-z0-9]/u.test(c) ? ANYTHING : { chars: c, empty: false };
  }
}

function range(a: string, b: string): string {
  const chars: string[] = [];
  for (let code = a.charCodeAt(0); code <= b.charCodeAt(0); code++) chars.push(String.fromCharCode(code));
  return chars.join('');
}

function either(a: End, b: End): End {
  const chars = a.chars === null || b.chars === null ? null : a.chars + b.chars;
  return { chars, empty: a.empty || b.empty };
}

/**
 * Every character that a match of a regular expression may end in; null where that may be any, or where the match may be
 * empty.
 */
export function lastCharacters(source: string): string | null {
  const { chars, empty } = new Reader(source).alternatives();
  return empty ? null : chars;
}
