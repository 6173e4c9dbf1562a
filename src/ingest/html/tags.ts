/** What the reader of an HTML page must know of its elements. Names are lower case. */
const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements without content. */
export const VOID = set(
  'area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen',
);

/** Elements whose content is never part of a text. `head` is read for its title before it is dropped. */
export const DROPPED = set(
  'head script style noscript template svg math canvas object applet audio video iframe frameset noframes map select datalist textarea input dialog title link meta rp rt rtc',
);

/** Elements that say themselves that they are not the article. Left open by mistake they may swallow it, though. */
export const BESIDE = set('nav footer aside menu button');

/** Elements that hold words of a line. */
export const WORDS = set('font span i em b small');

/** Elements that stand on lines of their own. */
export const BLOCK = set(
  'html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup option p plaintext pre search section summary table tbody tfoot thead tr caption ul xmp td th colgroup',
);

/** Elements that end an open `<p>` (WHATWG HTML 13.2.6.4.7). */
export const ENDS_P = set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li dd dt listing main menu nav ol p plaintext pre search section summary table ul xmp',
);

/** Elements that a closing tag from inside cannot look past: a `</div>` in a cell does not close a `<div>` around the table. */
export const SCOPE = set('html table td th caption template object marquee body');

/** Elements whose closing tags close the cells in them, too. */
export const ROWS = set('tr tbody thead tfoot');

/** Elements that end when a sibling of the same kind begins, with what shields an outer one of them. */
export const SIBLINGS: Readonly<Record<string, { ends: ReadonlySet<string>; within: ReadonlySet<string> }>> = {
  li: { ends: set('li'), within: set('ul ol menu dir table td th body html') },
  dt: { ends: set('dt dd'), within: set('dl table td th body html') },
  dd: { ends: set('dt dd'), within: set('dl table td th body html') },
  option: { ends: set('option'), within: set('select optgroup datalist body html') },
  tr: { ends: set('tr td th'), within: set('table body html') },
  td: { ends: set('td th'), within: set('tr table body html') },
  th: { ends: set('td th'), within: set('tr table body html') },
  tbody: { ends: set('tbody thead tfoot tr td th'), within: set('table body html') },
  thead: { ends: set('tbody thead tfoot tr td th'), within: set('table body html') },
  tfoot: { ends: set('tbody thead tfoot tr td th'), within: set('table body html') },
};
