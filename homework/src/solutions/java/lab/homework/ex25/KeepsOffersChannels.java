package lab.homework.ex25;

/** Wrong: a sender that was interrupted has gone, but its value is still there. */
final class KeepsOffersChannels extends RightChannels {

  @Override
  <T> void withdraw(Line<T> line, Offer<T> offer) {
    // Somebody may need it.
  }
}
