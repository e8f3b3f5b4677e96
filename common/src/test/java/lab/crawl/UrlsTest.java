package lab.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Random;
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
    "/x/%2f/y,                      http://site.test/x/%2F/y",
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
    "http://site.test:/,            http://site.test/",
    "http://site.test:0080/,        http://site.test/",
    "http://a@b@site.test:81/,      http://site.test:81/",
    "http://site.test\\@other.test/, http://site.test/@other.test/",
    "http://site.test:80@other.test/, http://other.test/",
    "\\\\other.test\\c,               http://other.test/c",
    "https:\\other.test,             https://other.test/",
    "http://s%69te%2Etest/,         http://site.test/",
    "http://site.test./,            http://site.test./",
    // addresses
    "http://127.1/,                 http://127.0.0.1/",
    "http://127.0.1:81/x?y,         http://127.0.0.1:81/x?y",
    "http://0x7f.1/,                http://127.0.0.1/",
    "http://0X7F000001/,            http://127.0.0.1/",
    "http://2130706433/,            http://127.0.0.1/",
    "http://017700000001/,          http://127.0.0.1/",
    "http://0177.0.0.1/,            http://127.0.0.1/",
    "http://127.0.0.1./,            http://127.0.0.1/",
    "http://%31%32%37.1/,           http://127.0.0.1/",
    "http://１２７。1/,               http://127.0.0.1/",
    "//127.1,                       http://127.0.0.1/",
    "http://0/,                     http://0.0.0.0/",
    "http://4294967295/,            http://255.255.255.255/",
    "http://1.2.3.4/,               http://1.2.3.4/",
    "http://1.2.3.4.test/,          http://1.2.3.4.test/",
    "http://0xab.test/,             http://0xab.test/",
    "http://1.2.3.a4/,              http://1.2.3.a4/",
    "http://a.0xg/,                 http://a.0xg/",
    "http://a.b1/,                  http://a.b1/",
    "http://[0:0::0:1]:80/,         http://[::1]/",
    "http://[2001:DB8::A]/,         http://[2001:db8::a]/",
    "http://[::ffff:127.0.0.1]/,    http://127.0.0.1/",
    // white space, letters, escapes
    "'  next.html\n',               http://site.test/a/b/next.html",
    "'ne\nxt.html',                 http://site.test/a/b/next.html",
    "a b.html,                      http://site.test/a/b/a%20b.html",
    "é.html,                        http://site.test/a/b/%C3%A9.html",
    "%C3%A9.html,                   http://site.test/a/b/%C3%A9.html",
    "?é,                            http://site.test/a/b/page.html?%C3%A9",
    "http://bücher.test/,           http://xn--bcher-kva.test/",
    "100%,                          http://site.test/a/b/100%",
    "http:next.html,                http://site.test/a/b/next.html",
    "http:/x,                       http://site.test/x",
    // what counts for nothing in a reference
    "'ne\txt.\r\nhtml',             http://site.test/a/b/next.html",
    "'\0\1\37 next.html \2',        http://site.test/a/b/next.html",
    "'htt\np://ot\nher.test/',       http://other.test/",
    "'http://other\n.test/',         http://other.test/",
    "'a\fb',                         http://site.test/a/b/a%0Cb",
    "'\fa\f',                        http://site.test/a/b/a",
    "'a\1b',                         http://site.test/a/b/a%01b",
    "'\u00a0a',                      http://site.test/a/b/%C2%A0a",
    // half a pair of surrogates is no character
    "a\ud800b,                      http://site.test/a/b/a%EF%BF%BDb",
    "'\udca9?\ud83d',               http://site.test/a/b/%EF%BF%BD?%EF%BF%BD",
    "😀,                            http://site.test/a/b/%F0%9F%98%80",
    // escapes have one form
    "/%7Eu/%7eu,                    http://site.test/~u/~u",
    "/%41%5a%30%39%2D%2E%5F,        http://site.test/AZ09-._",
    "/a%2eb,                        http://site.test/a.b",
    "/a/%2e./b,                     http://site.test/b",
    "/%2e%2e%2e/,                   http://site.test/.../",
    "/%c3%a9,                       http://site.test/%C3%A9",
    "?%7e=%2b,                      http://site.test/a/b/page.html?~=%2B",
    "/%2541,                        http://site.test/%2541",
    "/%%34%31,                      http://site.test/%%34%31",
    "/%7,                           http://site.test/%7",
    "/%zz%7e,                       http://site.test/%zz%7e",
    "/%26%3d?%26%3d,                http://site.test/%26%3D?%26%3D",
  })
  void resolves(String reference, String expected) {
    assertThat(Urls.resolve(BASE, reference)).map(HttpUrl::toString).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "mailto:a@b.test", "javascript:void(0)", "data:text/html,hi", "ftp://site.test/", "tel:123", "about:blank", "http://",
    "http://site.test:99999/", "http://a b/", "x:y",
    "java\nscript:x()", "\1javascript:x()", "java\r\n\tscript:x()", " \tmailto:x", "ma\nilto:x",
    "http://+ß/", "http://+ß:81/x", "https://+ß/", "//+ß/",
    "http://1.2.3.4.5/", "http://256.1.1.1/", "http://1.2.3.256:81/x", "http://foo.0x4/", "http://foo.0XG.09/", "http://1.2.3.08./", "//1..2/",
    "http://4294967296/", "http://site.test.1/", "https://site.test.0x", "http://１.２.３.４.５/",
  })
  void leavesOutWhatIsNoWebAddress(String reference) {
    assertThat(Urls.resolve(BASE, reference)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1251, ?п,     http://site.test/a/b/page.html?%EF",
    "windows-1251, п?п#п,  http://site.test/a/b/%D0%BF?%EF",
    "windows-1251, ?€,     http://site.test/a/b/page.html?%88",
    "windows-1251, ?é=1,   http://site.test/a/b/page.html?%26%23233%3B=1",
    "windows-1252, ?a😀b,  http://site.test/a/b/page.html?a%26%23128512%3Bb",
    "windows-1252, '?é \"',  http://site.test/a/b/page.html?%E9%20%22",
    "windows-1252, ?\ud800,  http://site.test/a/b/page.html?%26%2365533%3B",
    "windows-1252, x#?é,   http://site.test/a/b/x",
    "windows-1252, ?%D0é,  http://site.test/a/b/page.html?%D0%E9",
    "EUC-JP,       ?亜,    http://site.test/a/b/page.html?%B0%A1",
    "ISO-2022-JP,  ?亜a,   http://site.test/a/b/page.html?%1B$B0!%1B(Ba",
    "GB18030,      ?丂,    http://site.test/a/b/page.html?%81@",
    "UTF-8,        ?п,     http://site.test/a/b/page.html?%D0%BF",
    "UTF-16LE,     ?п,     http://site.test/a/b/page.html?%D0%BF",
    "UTF-16BE,     ?п,     http://site.test/a/b/page.html?%D0%BF",
  })
  void aQueryIsInThePagesEncoding(String encoding, String reference, String expected) {
    assertThat(Urls.resolve(BASE, reference, Charset.forName(encoding))).map(HttpUrl::toString).contains(expected);
  }

  /** A character for each byte, as headers come. */
  @ParameterizedTest
  @CsvSource({
    "/caf\u00e9,           http://site.test/caf%E9",
    "/caf\u00c3\u00a9,     http://site.test/caf%C3%A9",
    "?q=\u00e9\u00ff\u0080, http://site.test/a/b/page.html?q=%E9%FF%80",
    "/caf%E9,              http://site.test/caf%E9",
    "/caf%e9\u00e9,        http://site.test/caf%E9%E9",
    "next.html,            http://site.test/a/b/next.html",
    "http://b\u00c3\u00bccher.test/, http://xn--bcher-kva.test/",
  })
  void aHeadersBytesAreKept(String value, String expected) {
    assertThat(Urls.resolveHeader(BASE, value)).map(HttpUrl::toString).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://+\u00c3\u009f/", "http://b\u00fccher.test/", "mailto:x", "http://"})
  void aHeaderMayLeadNowhere(String value) {
    assertThat(Urls.resolveHeader(BASE, value)).isEmpty();
  }

  /** Whatever stands on a page: no exception, and a URL that says of itself what it is and is normal already. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyUrlCanBeReadAgain(long seed) {
    String[] pieces = {
      "http:", "https:", "//", "/", "\\", "site.test", "other.test", ":81", ":", "@", "?", "#", "%", "%7E", "%2f", "%41", "%2e",
      ".", "..", "a", "é",
      "ß", "+", "\ud83d", "\udca9", "\u200b", "\u00ad", "xn--", "[", "]", "[::1]", "1.2.3", "0x7f", "0177", "//127", " ", "\n", "\f", "\0",
      "\u0001", "|", "^", "`",
      "{", "\"", "<", "'", "*", "~", "_", "-", "。",
    };
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder reference = new StringBuilder();
      for (int count = random.nextInt(8); count >= 0; count--) {
        reference.append(pieces[random.nextInt(pieces.length)]);
      }
      Urls.resolve(BASE, reference.toString()).ifPresent(url -> {
        assertThat(HttpUrl.parse(url.toString())).as(reference.toString()).isEqualTo(url);
        assertThat(Urls.asSent(url)).as(reference.toString()).isEqualTo(url);
      });
    }
  }

  @Test
  void dropsOnlyTheFragment() {
    assertThat(Urls.withoutFragment(HttpUrl.get("http://site.test/a?b#c"))).hasToString("http://site.test/a?b");
    assertThat(Urls.withoutFragment(HttpUrl.get("http://site.test/a?b#"))).hasToString("http://site.test/a?b");
    assertThat(Urls.withoutFragment(BASE)).isSameAs(BASE);
  }

  @Test
  void givesEscapesTheirNormalForm() {
    assertThat(Urls.asSent(HttpUrl.get("http://site.test/%7Eu/%c3%a9?%7E#%7E"))).hasToString("http://site.test/~u/%C3%A9?~");
    assertThat(Urls.asSent(HttpUrl.get("http://site.test/%7Eu"))).isEqualTo(HttpUrl.get("http://site.test/~u"));
  }

  @Test
  void givesAddressesTheirNormalForm() {
    assertThat(Urls.asSent(HttpUrl.get("http://0x7f.1:81/a"))).hasToString("http://127.0.0.1:81/a");
    assertThat(Urls.asSent(HttpUrl.get("http://1.2.3.256/a"))).hasToString("http://1.2.3.256/a");
  }

  @Test
  void dropsWhatNoRequestCarries() {
    assertThat(Urls.asSent(HttpUrl.get("http://me@site.test/a#c"))).hasToString("http://site.test/a");
    assertThat(Urls.asSent(BASE)).isSameAs(BASE);
  }
}
