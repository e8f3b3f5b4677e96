package lab.homework.ex15;

/** Wrong: it takes what one read gives for the whole reply. */
final class OneReadFetcher extends RightLoopFetcher {

  @Override
  boolean isWhole(int count) {
    return true;
  }
}
