package lab.crawl.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.crawl.Scope;
import lab.crawl.UrlFilter;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wanted from other hosts, by a crawl that may ask them for what a page needs. */
class RequisitesTest {
  private static final HttpUrl SEED = HttpUrl.get("http://site.test/");
  private static final Outlinks OF_ANY_HOST =
      new Outlinks(new Scope(List.of(SEED), Scope.Reach.ORIGIN, UrlFilter.NONE, Scope.Requisites.ANY));

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "http://site.test/  | text/html     | <a href=//b.test/x><img src=//b.test/y><img src=z> | http://b.test/y http://site.test/z",
    "http://site.test/  | text/html     | <a href=//b.test/x><img src=//b.test/x>            | http://b.test/x",
    "http://site.test/  | text/html     | <iframe src=//b.test/x></iframe><img src='mailto:x'> | ~~",
    "http://site.test/  | text/html     | <p style='a: url(//b.test/x)'>                      | http://b.test/x",
    "http://site.test/a | text/css      | @import '//b.test/x';                               | http://b.test/x",
    "http://site.test/a | image/svg+xml | <svg xmlns='http://www.w3.org/2000/svg'><image href='//b.test/x'/><a href='//b.test/y'/></svg> | "
        + "http://b.test/x",
    // what comes from another host is no page to go on from, but its style sheets need something, too
    "http://b.test/a    | text/css      | @import 'x'; a { b: url(//c.test/y) url(//site.test/z) } | "
        + "http://b.test/x http://c.test/y http://site.test/z",
    "http://b.test/a    | text/html     | <a href=//site.test/x><img src=y><a href=z>         | ~~",
    "http://b.test/a    | image/svg+xml | <svg xmlns='http://www.w3.org/2000/svg'><image href='//site.test/x'/></svg> | ~~",
  })
  void areWantedFromWhereverTheyAre(String page, String type, String body, String expected) {
    assertThat(OF_ANY_HOST.of(HttpUrl.get(page), Replies.ok(body.getBytes(UTF_8), "Content-Type", type)))
        .isEqualTo(OutlinksOf.expected(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "http://site.test/x, http://site.test/y, true,  true",
    "http://site.test/x, http://b.test/y,    false, false", // perhaps a page
    "http://b.test/x,    http://c.test/y,    true,  false",
    "http://b.test/x,    http://site.test/y, true,  false",
  })
  void areWantedFromWhereARedirectSaysThatTheyAre(String from, String to, boolean ifAnyHost, boolean ifOwnOnly) {
    HttpUrl url = HttpUrl.get(from);
    HttpUrl target = HttpUrl.get(to);
    assertThat(OF_ANY_HOST.ofRedirect(url, target)).isEqualTo(ifAnyHost ? List.of(to) : List.of());
    assertThat(new Outlinks(Scope.of(SEED)).ofRedirect(url, target)).isEqualTo(ifOwnOnly ? List.of(to) : List.of());
  }
}
