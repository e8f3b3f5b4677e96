package lab.homework.ex25;

/** Wrong: whoever sends goes on at once, and never knows whether anybody received. */
final class HasRoomChannels extends RightChannels {

  @Override
  void awaitTaken(Offer<?> offer) {
    // It will be taken some time.
  }

  @Override
  <T> void withdraw(Line<T> line, Offer<T> offer) {
    // It stays until it is taken.
  }
}
