package lab.homework.ex04;

import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** Keeps every URL of the journey, and looks there before it asks for the next one. */
class RightRedirectFollower implements RedirectFollower {

  @Override
  public Journey follow(URI start, int mostRedirects, Http http) throws IOException {
    Set<URI> asked = asked();
    URI url = start;
    for (int redirects = 0;; redirects++) {
      asked.add(url);
      Reply reply = http.get(url);
      if (!reply.isRedirect()) {
        return new Journey(url, redirects, End.ARRIVED);
      }
      if (reply.location().isEmpty()) {
        return new Journey(url, redirects, End.NO_LOCATION);
      }
      URI next = next(start, url, reply.location().get());
      if (isCycle(start, next, asked)) {
        return new Journey(url, redirects, End.CYCLE);
      }
      if (isLast(redirects, mostRedirects)) {
        return new Journey(url, redirects, End.TOO_MANY);
      }
      url = next;
    }
  }

  /** What the journey has asked for when it begins. */
  Set<URI> asked() {
    return new HashSet<>();
  }

  /** Reads a Location where it was found. */
  URI next(URI start, URI url, String location) {
    return url.resolve(location);
  }

  boolean isCycle(URI start, URI next, Set<URI> asked) {
    return asked.contains(next);
  }

  /** Whether no more may be followed, after so many. */
  boolean isLast(int redirects, int mostRedirects) {
    return redirects >= mostRedirects;
  }
}
