package lab.homework.ex25;

/** Wrong: the channel is closed, and whoever waits at it waits on. */
final class ClosesQuietlyChannels extends RightChannels {

  @Override
  void tellAll() {
    // They will see when they look.
  }
}
