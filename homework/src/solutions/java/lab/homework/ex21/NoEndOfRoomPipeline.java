package lab.homework.ex21;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Wrong: nobody ever waits for room, because there is always more. */
final class NoEndOfRoomPipeline extends RightPipeline {

  @Override
  BlockingQueue<Optional<String>> queue(int room) {
    return new LinkedBlockingQueue<>();
  }
}
