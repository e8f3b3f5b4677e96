package lab.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlsTest {
  private static final HttpUrl BASE = HttpUrl.get("http://site.test/a/b/page.html?q=1");

  @ParameterizedTest
  @CsvSource({
    // relative references
    "'',                            http://site.test/a/b/page.html?q=1",
    "'#top',                        http://site.test/a/b/page.html?q=1",
    "'   ',                         http://site.test/a/b/page.html?q=1",
    "?r=2,                          http://site.test/a/b/page.html?r=2",
    "?,                             http://site.test/a/b/page.html?",
    "next.html,                     http://site.test/a/b/next.html",
    "./,                            http://site.test/a/b/",
    "..,                            http://site.test/a/",
    "../../../../up.html,           http://site.test/up.html",
    "/x/./y/../z,                   http://site.test/x/z",
    "/x/%2e%2E/y,                   http://site.test/y",
    "/x/%2e/y,                      http://site.test/x/y",
    "/x/%2f/y,                      http://site.test/x/%2f/y",
    "//other.test/c,                http://other.test/c",
    "c\\d,                          http://site.test/a/b/c/d",
    "a//b,                          http://site.test/a/b/a//b",
    // absolute ones
    "http://site.test,              http://site.test/",
    "HTTP://SITE.TEST:80/X,         http://site.test/X",
    "https://site.test:443/,        https://site.test/",
    "http://site.test:443/,         http://site.test:443/",
    "http://me:secret@site.test/x,  http://site.test/x",
    "http://site.test/x?y#z,        http://site.test/x?y",
    // white space, letters, escapes
    "'  next.html\n',               http://site.test/a/b/next.html",
    "'ne\nxt.html',                 http://site.test/a/b/next.html",
    "a b.html,                      http://site.test/a/b/a%20b.html",
    "é.html,                        http://site.test/a/b/%C3%A9.html",
    "%C3%A9.html,                   http://site.test/a/b/%C3%A9.html",
    "?é,                            http://site.test/a/b/page.html?%C3%A9",
    "http://bücher.test/,           http://xn--bcher-kva.test/",
    "100%,                          http://site.test/a/b/100%",
  })
  void resolves(String reference, String expected) {
    assertThat(Urls.resolve(BASE, reference)).map(HttpUrl::toString).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "mailto:a@b.test", "javascript:void(0)", "data:text/html,hi", "ftp://site.test/", "tel:123", "about:blank", "http://",
    "http://site.test:99999/", "http://a b/", "x:y",
  })
  void leavesOutWhatIsNoWebAddress(String reference) {
    assertThat(Urls.resolve(BASE, reference)).isEmpty();
  }

  @Test
  void dropsOnlyTheFragment() {
    assertThat(Urls.withoutFragment(HttpUrl.get("http://site.test/a?b#c"))).hasToString("http://site.test/a?b");
    assertThat(Urls.withoutFragment(HttpUrl.get("http://site.test/a?b#"))).hasToString("http://site.test/a?b");
    assertThat(Urls.withoutFragment(BASE)).isSameAs(BASE);
  }

  @Test
  void dropsWhatNoRequestCarries() {
    assertThat(Urls.asSent(HttpUrl.get("http://me@site.test/a#c"))).hasToString("http://site.test/a");
    assertThat(Urls.asSent(BASE)).isSameAs(BASE);
  }
}
