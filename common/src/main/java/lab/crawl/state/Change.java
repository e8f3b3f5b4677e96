package lab.crawl.state;

import lab.crawl.Visit;

/**
 * What became of one URL between two crawls of a site.
 *
 * @param visit what stands now; of what is gone, what there was
 * @param why one line for a person; empty if the kind says it all
 */
public record Change(Kind kind, Visit visit, String why) {

  /** How a URL may change. */
  public enum Kind {
    /** It wasn't there before. */
    NEW,
    /** It has another body, type or target. */
    CHANGED,
    /** It is what it was. */
    SAME,
    /** It couldn't be fetched, or not be looked for: that says nothing of the page, and what was there stands. */
    FAILED,
    /** The site has it no more, or no more for us. */
    GONE
  }
}
