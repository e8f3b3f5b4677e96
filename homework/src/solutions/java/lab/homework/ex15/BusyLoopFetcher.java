package lab.homework.ex15;

import java.io.IOException;
import java.nio.channels.Selector;

/** Wrong: it goes round and asks every pot whether it boils. */
final class BusyLoopFetcher extends RightLoopFetcher {

  @Override
  void awaitWork(Selector selector) throws IOException {
    selector.selectNow();
  }
}
