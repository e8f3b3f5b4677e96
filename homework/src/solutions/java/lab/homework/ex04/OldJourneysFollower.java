package lab.homework.ex04;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** Wrong: the set is a field, and so the next journey finds what the last one left. */
final class OldJourneysFollower extends RightRedirectFollower {
  private final Set<URI> askedEver = new HashSet<>();

  @Override
  Set<URI> asked() {
    return askedEver;
  }
}
