package lab.homework.ex18;

/** Wrong: it says that a message is there, and writes it then. */
final class AnnouncesFirstRing extends RightRing {

  @Override
  void send(SharedMemory memory, long position, byte[] bytes) {
    memory.putLongRelease(SENT, position + bytes.length);
    write(memory, position, bytes);
  }
}
