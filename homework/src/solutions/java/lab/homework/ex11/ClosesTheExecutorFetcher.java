package lab.homework.ex11;

import java.util.concurrent.ExecutorService;

/** Wrong: close() waits for all threads, but takes an interrupt to itself, and half of the pages are returned as if they were all. */
final class ClosesTheExecutorFetcher extends RightVirtualFetcher {

  @Override
  void awaitAll(ExecutorService threads) {
    threads.close();
  }
}
