package lab.homework.ex11;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Wrong: a few virtual threads, used again and again as if they were dear. */
final class VirtualPoolFetcher extends RightVirtualFetcher {

  @Override
  ExecutorService threads(int width) {
    return Executors.newFixedThreadPool(width, Thread.ofVirtual().factory());
  }
}
