package lab.crawl.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import lab.crawl.FetchResult;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutlinksTest {
  private static final String SITE = "http://site.test";
  private static final HttpUrl PAGE = HttpUrl.get(SITE + "/dir/page.html");
  private static final Scope SCOPE = new Scope(PAGE, Scope.Reach.ORIGIN, Optional.empty());

  /** An x in an attribute stands for the reference. */
  @ParameterizedTest
  @ValueSource(strings = {
    "<a href=x>",
    "<A HREF=x>",
    "<map><area href=x></map>",
    "<iframe src=x></iframe>",
    "<frameset><frame src=x></frameset>",
    "<link rel=stylesheet href=x>",
    "<body><link rel=stylesheet href=x>",
    "<img src=x>",
    "<script src=x></script>",
    "<picture><source srcset='x 2x'></picture>",
    "<audio src=x></audio>",
    "<audio><source src=x></audio>",
    "<video src=x></video>",
    "<video poster=x></video>",
    "<video><track src=x></video>",
    "<embed src=x>",
    "<object data=x></object>",
    "<img srcset='x 1x'>",
    "<noscript><img src=x></noscript>",
    "<svg><a href=x></a></svg>",
    "<template><a href=x></a></template>",
    "<meta http-equiv=refresh content='0; url=x'>",
  })
  void followsWhatASiteDownloaderFollows(String html) {
    assertThat(outlinks(html)).containsExactly("/dir/x");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "<a name=x>", "<p href=x>", "<img alt=x>", "<form action=x></form>", "<q cite=x></q>", "<!-- <a href=x> -->",
    "<script>'<a href=x>'</script>", "<textarea><a href=x></textarea>", "<title><a href=x></title>", "<meta content='0; url=x'>",
    "<a href=mailto:x@site.test>", "<a href='javascript:x()'>", "<img src='data:image/png;base64,x'>", "<a href='http://:x/'>",
    "<a href=//other.test/x>", "<a href=https://site.test/x>", "<a href=http://site.test:81/x>", "",
  })
  void leavesOutTheRest(String html) {
    assertThat(outlinks(html)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "stylesheet, true", "STYLESHEET, true", "alternate stylesheet, true", "icon, true", "shortcut icon, true",
    "apple-touch-icon, true", "manifest, true", "preload, true", "modulepreload, true", "next, true", "prev, true",
    "canonical, true", "alternate, true", "license, true", "help, true", "author, true", "search, true",
    "'nofollow\tnext', true",
    "dns-prefetch, false", "preconnect, false", "pingback, false", "nofollow, false", "next-page, false", "'', false",
  })
  void followsLinksByTheirRel(String rel, boolean followed) {
    assertThat(outlinks("<link rel='" + rel + "' href=x>").contains("/dir/x")).isEqualTo(followed);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "<base href=/b/><a href=x>                     | /b/x",
    "<a href=x><base href=/b/>                     | /b/x",
    "<base href=/b/><base href=/c/><a href=x>      | /b/x",
    "<base target=_top><base href=/c/><a href=x>   | /c/x",
    "<base href=sub/><a href=x>                    | /dir/sub/x",
    "<base href=../><a href=x>                     | /x",
    "<base href=http://site.test/d><a href=x>      | /x",
    "<base href='javascript:1'><a href=x>          | /dir/x",
    "<base href=''><a href=x>                      | /dir/x",
    "<base href=/b/><a href='#here'>               | /b/",
    "<base href=//other.test/><a href=/x>          | ''",
    "<base href=//other.test/><a href=//site.test/x> | /x",
    "<base href=/b/><meta http-equiv=refresh content='0;url=x'> | /b/x",
  })
  void honoursTheFirstBase(String html, String expected) {
    assertThat(outlinks(html)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, value = {
    "0; url=x           | /dir/x",
    "0;URL=x            | /dir/x",
    "0.5 ; Url = x      | /dir/x",
    "' 3, x'            | /dir/x",
    "3 x                | /dir/x",
    "3;x                | /dir/x",
    "3;url=\"x\"        | /dir/x",
    "3;url=\"x\" y      | /dir/x",
    "3;url=it's.html    | /dir/it's.html",
    "3;url=\"it's.html\" | /dir/it's.html",
    "30                 | ''",
    "30;                | ''",
    "30;url=            | ''",
    "30;url=\"\"        | ''",
    "url=x              | ''",
    "soon;url=x         | ''",
    "3url=x             | ''",
  })
  void readsARefresh(String content, String expected) {
    String html = "<meta http-equiv=Refresh content='" + content.replace("'", "&#39;") + "'>";
    assertThat(outlinks(html)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  @Test
  void givesEachOnceInTheOrderOfThePage() {
    String html = "<a href=c><img src=b srcset='a 1x, c 2x, d 3x'><a href=./b#f><a href=http://SITE.test:80/dir/c><a href=a>";
    assertThat(outlinks(html)).containsExactly("/dir/c", "/dir/b", "/dir/a", "/dir/d");
  }

  @Test
  void decodesEntitiesInReferences() {
    assertThat(outlinks("<a href='x?a=1&amp;b=2'>")).containsExactly("/dir/x?a=1&b=2");
  }

  @ParameterizedTest
  @CsvSource(nullValues = "none", value = {
    "text/html, true", "TEXT/HTML, true", "text/html; charset=utf-8, true", "application/xhtml+xml, true",
    "' text/html ;x', true", "text/html;, true", "text/html; charset, true", "text/html; charset=, true",
    "text/plain, false", "text/html5, false", "application/xml, false", "image/svg+xml, false", "'', false", "none, false",
  })
  void knowsAPageByItsMediaType(String contentType, boolean html) {
    assertThat(Outlinks.isHtml(reply(contentType, new byte[0]))).isEqualTo(html);
  }

  /** The é is in the charset of the column before; it is sent as UTF-8 in any case. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "UTF-8        | text/html                         | ''                             | /dir/%C3%A9",
    "ISO-8859-1   | text/html; charset=iso-8859-1     | ''                             | /dir/%C3%A9",
    "ISO-8859-1   | text/html; charset=\"ISO-8859-1\" | ''                             | /dir/%C3%A9",
    "ISO-8859-1   | text/html                         | <meta charset=iso-8859-1>      | /dir/%C3%A9",
    "ISO-8859-1   | text/html; charset=no-such-one    | <meta charset=iso-8859-1>      | /dir/%C3%A9",
    "ISO-8859-1   | text/html; charset=               | <meta charset=iso-8859-1>      | /dir/%C3%A9",
    "UTF-8        | text/html                         | <meta charset=no-such-one>     | /dir/%C3%A9",
    "UTF-8        | text/html; charset=utf-8          | <meta charset=iso-8859-1>      | /dir/%C3%A9",
    "UTF-16LE     | text/html; charset=utf-16le       | ''                             | /dir/%C3%A9",
    "ISO-8859-1   | text/html | <meta http-equiv=content-type content='text/html; charset=latin1'> | /dir/%C3%A9",
    "ISO-8859-1   | text/html                         | ''                             | /dir/%EF%BF%BD",
  })
  void decodesByHeaderThenMetaThenUtf8(String charset, String contentType, String meta, String expected) {
    byte[] body = (meta + "<a href='é'>").getBytes(Charset.forName(charset));
    assertThat(outlinks(contentType, body)).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void aByteOrderMarkBeatsTheHeader(String charset) {
    byte[] body = "\uFEFF<a href='é'>".getBytes(Charset.forName(charset));
    assertThat(outlinks("text/html; charset=iso-8859-1", body)).containsExactly("/dir/%C3%A9");
  }

  /** Jsoup's limit, and no loss to ASCII references. */
  @Test
  void missesAMetaCharsetFarDownThePage() {
    String late = " ".repeat(9_000) + "<meta charset=iso-8859-1><a href='é'><a href=e>";
    assertThat(outlinks("text/html", late.getBytes(Charset.forName("ISO-8859-1"))))
        .containsExactly("/dir/%EF%BF%BD", "/dir/e");
  }

  @Test
  void readsXhtmlAsXml() {
    String page = """
        <?xml version="1.0" encoding="UTF-8"?>
        <html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="s.js"/></head>
        <body><a name="top"/><a href="x?a&amp;b">x</a><![CDATA[<a href="no">]]></body></html>
        """;
    assertThat(outlinks("application/xhtml+xml", page.getBytes(UTF_8))).containsExactly("/dir/s.js", "/dir/x?a&b");
  }

  @Test
  void survivesGarbageAndDepth() {
    byte[] everyByte = new byte[256];
    for (int i = 0; i < everyByte.length; i++) {
      everyByte[i] = (byte) i;
    }
    assertThat(outlinks("text/html", everyByte)).isEmpty();
    assertThat(outlinks("<div>".repeat(20_000) + "<a href=x>")).containsExactly("/dir/x");
  }

  private static List<String> outlinks(String html) {
    return outlinks("text/html", html.getBytes(UTF_8));
  }

  /** Without the origin, which all outlinks share. */
  private static List<String> outlinks(String contentType, byte[] body) {
    List<HttpUrl> outlinks = Outlinks.of(PAGE, reply(contentType, body), SCOPE);
    assertThat(outlinks).allMatch(SCOPE::sameOrigin);
    return outlinks.stream().map(url -> url.toString().substring(SITE.length())).toList();
  }

  private static FetchResult.Reply reply(String contentType, byte[] body) {
    return new FetchResult.Reply(200, Optional.ofNullable(contentType), Optional.empty(), Optional.empty(), body);
  }
}
