package lab.homework.ex18;

/** Wrong: a message begins inside the room, but goes straight on at its end. */
final class RunsOverTheEndRing extends RightRing {

  @Override
  int index(SharedMemory memory, long position, int behind) {
    return HEADER + (int) (position % room(memory)) + behind;
  }
}
