package lab.crawl.fetch;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import okhttp3.Cookie;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/** Cookies (RFC 6265): where each belongs, OkHttp's own class knows. Any thread may use it; its monitor guards it. */
final class CookieJar {
  private final Map<Key, Cookie> cookies = new LinkedHashMap<>();

  /** Cookies that have the same of these replace one another. */
  private record Key(String name, String domain, String path) {
    static Key of(Cookie cookie) {
      return new Key(cookie.name(), cookie.domain(), cookie.path());
    }
  }

  CookieJar(List<Cookie> first) {
    first.forEach(cookie -> cookies.put(Key.of(cookie), cookie));
  }

  /** The {@code Cookie} header for a URL: longer paths first, and else older cookies first; empty if none belongs there. */
  synchronized Optional<String> header(HttpUrl url) {
    long now = System.currentTimeMillis();
    String header = cookies.values().stream()
        .filter(cookie -> cookie.expiresAt() > now && cookie.matches(url))
        .sorted(Comparator.comparingInt((Cookie cookie) -> cookie.path().length()).reversed())
        .map(cookie -> cookie.name() + "=" + cookie.value())
        .collect(Collectors.joining("; "));
    return header.isEmpty() ? Optional.empty() : Optional.of(header);
  }

  /** Takes what a reply sets. A cookie that has expired already is how a server removes one. */
  synchronized void keep(HttpUrl url, Headers reply) {
    Cookie.parseAll(url, reply).forEach(cookie -> cookies.put(Key.of(cookie), cookie));
  }
}
