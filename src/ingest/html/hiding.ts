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
