package lab.crawl.kept;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import okhttp3.Headers;

/** Which headers of a reply are kept, and what a later reply of status 304 changes of them. */
final class KeptHeaders {
  /** Of one exchange only, or somebody's secret. */
  private static final Set<String> NOT_KEPT =
      Set.of("connection", "keep-alive", "transfer-encoding", "trailer", "upgrade", "age", "date", "set-cookie");

  /** What is about a body, and so not about the body that a 304 hasn't: some servers send them all the same, with whatever is usual. */
  private static final String OF_THE_BODY = "content-";

  private KeptHeaders() {}

  /** Those of a reply that are kept; of its validators only those that can be relied on. */
  static Headers of(Headers reply) {
    Headers.Builder kept = new Headers.Builder();
    Validators validators = Validators.of(reply);
    for (int i = 0; i < reply.size(); i++) {
      String name = reply.name(i).toLowerCase(Locale.ROOT);
      boolean isUseless = name.equals("etag") && validators.tag().isEmpty() || name.equals("last-modified") && validators.modified().isEmpty();
      if (!NOT_KEPT.contains(name) && !isUseless) {
        kept.addUnsafeNonAscii(reply.name(i), reply.value(i));
      }
    }
    return kept.build();
  }

  /** What is kept, with what a 304 says anew (RFC 9111, 3.2). */
  static Headers updated(Headers kept, Headers notModified) {
    Headers news = of(notModified);
    Headers.Builder updated = kept.newBuilder();
    List<String> names = news.names().stream().filter(name -> !name.toLowerCase(Locale.ROOT).startsWith(OF_THE_BODY)).toList();
    for (String name : names) {
      updated.removeAll(name);
      news.values(name).forEach(value -> updated.addUnsafeNonAscii(name, value));
    }
    return updated.build();
  }

  /** Names and values, one after another. */
  static List<String> list(Headers headers) {
    List<String> list = new ArrayList<>();
    headers.forEach(header -> {
      list.add(header.getFirst());
      list.add(header.getSecond());
    });
    return list;
  }

  /**
   * The headers in such a list.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Headers of(List<String> list) {
    Headers.Builder headers = new Headers.Builder();
    if (list.size() % 2 != 0) {
      throw new IllegalArgumentException("a header without a value");
    }
    for (int i = 0; i < list.size(); i += 2) {
      headers.addUnsafeNonAscii(list.get(i), list.get(i + 1));
    }
    return headers.build();
  }
}
