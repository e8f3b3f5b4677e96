package lab.homework.ex08;

/** Wrong: a page that fails doesn't give its place back. */
final class KeepsPlaceFetcher<H> extends RightPoliteFetcher<H> {

  @Override
  void failed(H host) {
    // Nothing came, so there is nothing to do.
  }
}
