package lab.homework.ex04;

/** Wrong: looks at the limit when one too many is about to be followed. */
final class OneMoreFollower extends RightRedirectFollower {

  @Override
  boolean isLast(int redirects, int mostRedirects) {
    return redirects > mostRedirects;
  }
}
