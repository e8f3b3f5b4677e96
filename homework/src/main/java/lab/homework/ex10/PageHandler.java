package lab.homework.ex10;

import lab.homework.Page;

/** What an event loop does with a page: has it processed elsewhere, and records what came of it. */
public interface PageHandler extends AutoCloseable {

  /** What takes long: it computes, or waits for something. Any thread may call it, and several at a time. */
  @FunctionalInterface
  interface Stage {
    /**
     * Processes a page; the calling thread is busy until that is done.
     *
     * @return the page's checksum
     * @throws Exception if the page can't be processed
     */
    long process(Page page) throws Exception;
  }

  /** Where results are kept. Nothing guards it: only the loop's thread may call it. */
  interface Results {
    /** A page was processed. */
    void done(String url, long checksum);

    /**
     * A page couldn't be processed.
     *
     * @param reason what the stage threw
     */
    void failed(String url, Exception reason);
  }

  /**
   * Has a page processed, by a thread that belongs to this handler, and records what came of it: each page once, as done or as
   * failed. A step of the loop calls this, and it returns at once, long before the result is there.
   *
   * <p>For example: the loop handles {@code /a} and goes on with other steps. A helper calls the stage for {@code /a}, which gives 17. Then
   * the loop takes a step that records 17 for {@code /a}.
   *
   * @param page what to process
   * @param stage processes it
   * @param loop whose step this is
   * @param results where the result goes, by a step of the loop
   */
  void handle(Page page, Stage stage, EventLoop loop, Results results);

  /** Ends all threads of this handler. Called when the results of all pages are there. */
  @Override
  void close();
}
