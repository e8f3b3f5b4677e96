package lab.homework.ex10;

import java.util.concurrent.ExecutionException;

/** Wrong: has it done elsewhere, and waits on the loop until it is. */
final class WaitsOnLoopHandler extends RightPageHandler {

  @Override
  void offload(Runnable work) {
    try {
      helpers().submit(work).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
