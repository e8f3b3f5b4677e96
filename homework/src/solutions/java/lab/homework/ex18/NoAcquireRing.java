package lab.homework.ex18;

/** Wrong: the sender does its part, but the receiver may have read the bytes before it read the counter. */
final class NoAcquireRing extends RightRing {

  @Override
  long sent(SharedMemory memory) {
    return memory.getLong(SENT);
  }
}
