package lab.homework.ex22;

import java.util.concurrent.CompletableFuture;

/** Wrong: nobody looks whether time is up. */
final class HasTimeLoader extends RightAsyncLoader {

  @Override
  void whenUp(CompletableFuture<?> timeIsUp, CompletableFuture<Loaded> result) {
    // There is always time.
  }
}
