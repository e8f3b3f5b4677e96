package lab.crawl.stage;

/**
 * A change of a text.
 *
 * @param begin the place of the first character that goes
 * @param end the place after the last one; the same if none goes
 * @param text what comes instead
 */
record Edit(int begin, int end, String text) {}
