package lab.crawl.stage;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import lab.crawl.FetchResult;

/**
 * What the headers of a reply refer to, whatever its type: {@code Refresh}, and {@code Link} by its {@code rel}, read as RFC 8288 says in
 * its appendix B.2. A {@code Link} with an {@code anchor} speaks of another page, and is passed over.
 */
final class HeaderLinks {
  private final String field;
  private final BiConsumer<String, Role> found;
  private int at;

  private HeaderLinks(String field, BiConsumer<String, Role> found) {
    this.field = field;
    this.found = found;
  }

  /** Finds them: each as it stands there, a character for each byte. */
  static void find(FetchResult.Reply reply, BiConsumer<String, Role> found) {
    reply.headers().values("Link").forEach(field -> new HeaderLinks(field, found).findAll());
    reply.header("Refresh").flatMap(Refresh::url).ifPresent(to -> found.accept(to, Role.LINK));
  }

  private void findAll() {
    while (true) {
      skip(" \t,");
      if (peek() != '<') {
        return; // the end, or what is no list of links
      }
      int end = field.indexOf('>', at);
      if (end < 0) {
        return;
      }
      String target = field.substring(at + 1, end);
      at = end + 1;
      take(target, parameters());
    }
  }

  private void take(String target, Map<String, String> parameters) {
    if (!parameters.containsKey("anchor")) {
      LinkRel.role(parameters.getOrDefault("rel", "")).ifPresent(role -> {
        found.accept(target, role);
        SrcSet.urls(parameters.getOrDefault("imagesrcset", "")).forEach(url -> found.accept(url, role));
      });
    }
  }

  /** Appendix B.3. Of a name that comes again the first counts (3.3). */
  private Map<String, String> parameters() {
    Map<String, String> parameters = new HashMap<>();
    skip(" \t");
    while (peek() == ';') {
      at++;
      skip(" \t");
      String name = until(" \t=;,").toLowerCase(Locale.ROOT);
      skip(" \t");
      String value = "";
      if (peek() == '=') {
        at++;
        skip(" \t");
        value = peek() == '"' ? quoted() : until(";,");
      }
      parameters.putIfAbsent(name, value.stripTrailing());
      skip(" \t");
    }
    return parameters;
  }

  /** Appendix B.4. */
  private String quoted() {
    StringBuilder value = new StringBuilder();
    for (at++; at < field.length() && peek() != '"'; at++) {
      if (peek() == '\\' && at + 1 < field.length()) {
        at++;
      }
      value.append(peek());
    }
    at++;
    return value.toString();
  }

  private String until(String delimiters) {
    int start = at;
    while (at < field.length() && delimiters.indexOf(field.charAt(at)) < 0) {
      at++;
    }
    return field.substring(start, at);
  }

  private void skip(String characters) {
    while (at < field.length() && characters.indexOf(field.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    return at < field.length() ? field.charAt(at) : 0;
  }
}
