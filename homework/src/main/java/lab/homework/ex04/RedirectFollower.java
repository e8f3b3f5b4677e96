package lab.homework.ex04;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Follows redirects, one after another, and not for ever. */
public interface RedirectFollower {

  /** How requests are sent. */
  @FunctionalInterface
  interface Http {
    /**
     * Asks the server for a page; whatever it answers is a reply, and no redirect is followed.
     *
     * @param url with scheme and host
     * @throws IOException if there is no answer
     */
    Reply get(URI url) throws IOException;
  }

  /**
   * What a server answers.
   *
   * @param status of HTTP, 200 for instance
   * @param location the header {@code Location}, if there is one, just as it was sent; a valid URL, whole or relative
   */
  record Reply(int status, Optional<String> location) {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** Whether it sends us elsewhere; if not, it is an answer like any other, be it 200 or 404. */
    public boolean isRedirect() {
      return REDIRECTS.contains(status);
    }
  }

  /** How a journey ends. */
  enum End {
    /** The page is no redirect. */
    ARRIVED,
    /** The page redirects to a URL that this journey has asked for already. */
    CYCLE,
    /** The page is a redirect without a {@code Location}. */
    NO_LOCATION,
    /** The page redirects to yet another URL, and as many redirects have been followed as may be. */
    TOO_MANY
  }

  /**
   * What came of following.
   *
   * @param url the last page that was asked for
   * @param redirects how many were followed to get there; 0 if it is where the journey began
   * @param end why it ended there
   */
  record Journey(URI url, int redirects, End end) {}

  /**
   * Follows redirects until a page is none, or can't or mustn't be followed. Each URL is asked for once at most.
   *
   * <p>For example: {@code /old/page} redirects to {@code ../new}, that is {@code /new}, and {@code /new} to {@code /old/page}: the journey
   * ends at {@code /new} after 1 redirect, as a cycle. With at most 0 redirects it ends at {@code /old/page}, as too many.
   *
   * @param start where to begin, with scheme and host
   * @param mostRedirects how many may be followed, 0 or more
   * @param http sends the requests
   * @throws IOException if a page can't be had
   */
  Journey follow(URI start, int mostRedirects, Http http) throws IOException;
}
