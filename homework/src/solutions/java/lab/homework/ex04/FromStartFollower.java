package lab.homework.ex04;

import java.net.URI;

/** Wrong: reads every Location as if the first page had sent it. */
final class FromStartFollower extends RightRedirectFollower {

  @Override
  URI next(URI start, URI url, String location) {
    return start.resolve(location);
  }
}
