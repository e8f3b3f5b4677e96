package lab.homework.ex21;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Wrong: the first thread of a stage that has nothing to do says that nothing will come any more, though others are still at work. */
final class FirstToEndEndsAllPipeline extends RightPipeline {

  private final Set<CountDownLatch> ended = ConcurrentHashMap.newKeySet();

  @Override
  void end(CountDownLatch left, BlockingQueue<Optional<String>> next, int readers) throws InterruptedException {
    boolean isFirst = ended.add(left);
    for (int i = 0; isFirst && i < readers; i++) {
      next.put(Optional.empty());
    }
  }
}
