/** An article that a script shows when it is laid out (WeChat: `<div id="js_content" style="visibility: hidden">`). */
const LATER = /content|article/;
/**
 * Styles that hide text. Pages that were broken into carry links to betting sites in such blocks.
 * (Not `margin-left: -500px`, which old pages centre themselves with.)
 */
const HIDING =
  /display\s{0,3}:\s{0,3}none|(?:^|[;\s])font-size\s{0,3}:\s{0,3}0(?:px|pt|em)?\s{0,3}(?:;|$|!)|(?:^|[;\s])(?:text-indent|left|top)\s{0,3}:\s{0,3}-(?:\d{4}|999)/i;
const INVISIBLE = /visibility\s{0,3}:\s{0,3}hidden/i;

/**
 * Whether a style hides its element.
 *
 * @param mark the element's `id` and `class`.
 */
export function hides(style: string, mark: string): boolean {
  return style !== '' && (HIDING.test(style) || (INVISIBLE.test(style) && !LATER.test(mark)));
}

/** Discuz paints its copy protection in this class; the sheet that hides it is often a file of its own. */
const JAMMER = 'jammer';
/** A rule for one class: `.jammer{font-size:0;color:#fff}`. */
const CLASS_RULE = /\.([\w-]{1,40})\s{0,3}\{([^{}]{0,300})\}/g;
/** A sheet is read so far. */
const SHEET = 50_000;

/** Classes that the page's own sheets hide, learned sheet by sheet. For words inside a line; blocks are often shown by script. */
export class HiddenClasses {
  readonly #names = new Set([JAMMER]);

  learn(sheet: string): void {
    for (const [, name, style] of sheet.slice(0, SHEET).matchAll(CLASS_RULE))
      if (HIDING.test(style!)) this.#names.add(name!.toLowerCase());
  }

  /** @param classes the attribute `class` */
  hides(classes: string): boolean {
    return (
      classes !== '' &&
      classes
        .toLowerCase()
        .split(/\s+/)
        .some((c) => this.#names.has(c))
    );
  }
}
