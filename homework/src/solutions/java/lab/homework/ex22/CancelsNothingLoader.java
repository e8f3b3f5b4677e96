package lab.homework.ex22;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import lab.homework.Page;

/** Wrong: it fails in time, and lets the requests run on for nobody. */
final class CancelsNothingLoader extends RightAsyncLoader {

  @Override
  void cancel(Queue<CompletableFuture<Page>> requests) {
    // They will come to an end some day.
  }
}
