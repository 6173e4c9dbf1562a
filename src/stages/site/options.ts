import type { OptionSpec } from '../../pipeline/types.ts';

/** Thresholds of the stage. Each is a default with its reason and a case that it gets wrong; pipelines may set them. */
export const defaults = {
  /**
   * Unlike pages that a line must stand on before it can be the site's. Three may be a series of one author; a fourth
   * subject that has nothing else in common with them is no chance. Wrong case: a site of which three pages were fetched.
   */
  pages: 4,
  /**
   * Share of a site's unlike pages that a line must stand on where its words do not say that it is chrome. A template
   * frames all pages of its kind, and sites have two or three kinds; a letterhead or a series title is on fewer.
   * Wrong case: a folder into which pages of five sites were thrown: their plain lines stay.
   */
  share: 0.3,
  /**
   * Lines at either end of a page that are looked at. Menus that a scraper exploded into one word a line have thirty to
   * sixty, but strip knows these; what it does not know are a few lines. Wrong case: a longer list of columns stays.
   */
  zone: 24,
};

export type SiteOptions = typeof defaults;

export const options: { [K in keyof SiteOptions]: OptionSpec } = {
  pages: { summary: 'unlike pages of a site that a line stands on before it is the site’s', min: 2, max: 10_000 },
  share: {
    summary: 'share of the unlike pages, for lines whose words do not tell that they are chrome',
    min: 0,
    max: 1,
  },
  zone: { summary: 'lines at the head and at the tail of a page that are looked at', min: 1, max: 200 },
};
