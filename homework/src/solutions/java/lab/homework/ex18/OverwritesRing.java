package lab.homework.ex18;

/** Wrong: it never looks how far the receiver is. */
final class OverwritesRing extends RightRing {

  @Override
  long mostUnread(SharedMemory memory) {
    return Long.MAX_VALUE;
  }
}
