package lab.crawl.cluster;

/** The members that one crawler brings along. There may be others. */
interface Team extends AutoCloseable {

  /** Has them crawl. */
  void begin(StoredCrawl crawl);

  /**
   * Looks after them: whichever died is replaced.
   *
   * @param crawls where it is written down that they died
   * @throws java.io.UncheckedIOException with one line, if none can be started
   */
  void lookAfter(Crawls crawls) throws InterruptedException;

  /** Ends them at once, whatever they do; pages that they have go back. */
  void stop();

  /** The same, for ever. Idempotent. */
  @Override
  void close();
}
