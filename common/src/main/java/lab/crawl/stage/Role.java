package lab.crawl.stage;

/** What a reference is to the page on which it stands. */
enum Role {
  /** A page to go to, of which the link says {@code rel=nofollow}. */
  NOFOLLOW,
  /** A page to go to. */
  LINK,
  /** What the page needs in order to be shown: an image, a style sheet, a script, a font, … */
  REQUISITE;

  /** What counts if the same is referred to as both: the later one here. */
  static Role stronger(Role a, Role b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
