package lab.homework.ex15;

import java.nio.channels.SelectionKey;

/** Wrong: it stays interested in writing with nothing to write, and a channel is nearly always ready for that. */
final class AlwaysWritableFetcher extends RightLoopFetcher {

  @Override
  int interestAfterRequest() {
    return SelectionKey.OP_READ | SelectionKey.OP_WRITE;
  }
}
