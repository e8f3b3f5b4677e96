package lab.crawl;

import java.util.Optional;
import okhttp3.HttpUrl;

/** Turns what a page or a header says into a normalised URL. */
public final class Urls {
  private Urls() {}

  /**
   * Resolves a reference against the URL it was found at, normalises it as the URL standard says (scheme and host in lower
   * case, default port and dot segments dropped, forbidden characters encoded) and drops what is never sent.
   *
   * @param base where the reference was found
   * @param reference an absolute or relative URL; white space around it is ignored
   * @return empty if it is not a web address: {@code mailto:}, {@code javascript:}, or unreadable
   */
  public static Optional<HttpUrl> resolve(HttpUrl base, String reference) {
    return Optional.ofNullable(base.resolve(reference)).map(Urls::asSent);
  }

  /** The same URL without what no request carries: fragment, user name and password. Else one page had several names. */
  public static HttpUrl asSent(HttpUrl url) {
    boolean hasCredentials = !url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty();
    return withoutFragment(hasCredentials ? url.newBuilder().username("").password("").build() : url);
  }

  /** The same URL without a fragment, which is never sent to a server. */
  public static HttpUrl withoutFragment(HttpUrl url) {
    return url.encodedFragment() == null ? url : url.newBuilder().fragment(null).build();
  }
}
