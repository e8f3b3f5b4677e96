package lab.homework.ex11;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Wrong: the pool of the exercises before. It keeps the width, with the system's threads. */
final class PlatformPoolFetcher extends RightVirtualFetcher {

  @Override
  ExecutorService threads(int width) {
    return Executors.newFixedThreadPool(width);
  }
}
