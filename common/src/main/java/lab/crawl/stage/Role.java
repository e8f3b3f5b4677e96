package lab.crawl.stage;

/** What a reference is to the page on which it stands. */
enum Role {
  /** A page to go to. */
  LINK,
  /** What the page needs in order to be shown: an image, a style sheet, a script, a font, … */
  REQUISITE
}
