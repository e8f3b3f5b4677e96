package lab.homework.ex08;

import java.util.concurrent.ExecutorService;

/** Wrong: close() waits until all is done, but takes an interrupt to itself, and all that was not fetched seems to have failed. */
final class ClosesThePoolFetcher<H> extends RightPoliteFetcher<H> {

  @Override
  void awaitAll(ExecutorService pool) {
    pool.close();
  }
}
