package lab.crawl.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.crawl.FetchResult;
import lab.crawl.Scope;
import okhttp3.HttpUrl;

/** The outlinks of a reply to {@code http://site.test/dir/page.html}, without the origin, which all of them share. */
final class OutlinksOf {
  private static final String SITE = "http://site.test";
  private static final HttpUrl PAGE = HttpUrl.get(SITE + "/dir/page.html");
  private static final Scope SCOPE = Scope.of(PAGE);

  private OutlinksOf() {}

  static List<String> html(String page) {
    return body("text/html", page);
  }

  static List<String> body(String contentType, String body) {
    return body(contentType, body.getBytes(UTF_8));
  }

  static List<String> body(String contentType, byte[] body) {
    return reply(Replies.ok(body, "Content-Type", contentType));
  }

  static List<String> reply(FetchResult.Reply reply) {
    List<String> outlinks = new Outlinks(SCOPE).of(PAGE, reply);
    assertThat(outlinks).allMatch(SCOPE::sameOrigin);
    return outlinks.stream().map(url -> url.substring(SITE.length())).toList();
  }

  /** The cell of a table: outlinks with a space between them. */
  static List<String> expected(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
  }
}
