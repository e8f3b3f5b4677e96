package lab.homework.ex18;

/** Wrong: the right order in the source, but nothing that makes the machine keep it. */
final class NoReleaseRing extends RightRing {

  @Override
  void send(SharedMemory memory, long position, byte[] bytes) {
    write(memory, position, bytes);
    memory.putLong(SENT, position + bytes.length);
  }
}
