package lab.crawl.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import lab.crawl.FetchResult;
import lab.crawl.Scope;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutlinksTest {
  private static final String SITE = "http://site.test";
  private static final HttpUrl PAGE = HttpUrl.get(SITE + "/dir/page.html");
  private static final Scope SCOPE = Scope.of(PAGE);

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
    "<svg><a xlink:href=x></a></svg>",
    "<svg><a href=x xlink:href=y></a></svg>",
    "<svg><use href='x#part'></use></svg>",
    "<svg><use xlink:href=x></use></svg>",
    "<svg><image href=x /></svg>",
    "<svg><image xlink:href=x></image></svg>",
    "<svg><filter><feImage href=x /></filter></svg>",
    "<svg><script href=x></script></svg>",
    "<svg><title><a href=x></a></title></svg>",
    "<svg><foreignObject><a href=x></a></foreignObject></svg>",
    "<svg><p><img src=x>",
    "<image src=x>",
    "<input type=image src=x>",
    "<input src=x TYPE=Image>",
    "<body background=x>",
    "<table background=x>",
    "<table><tr background=x><td>",
    "<table><tr><td background=x>",
    "<table><tr><th background=x>",
    "<link rel=preload as=image imagesrcset='x 1x'>",
    "<link rel=preload as=image imagesrcset='x 1x, x 2x' href=x>",
    "<a href='x#y'>", "<a href=' x '>", "<a href='\tx\n'>", "<a href='\1\1x\37'>", "<a href='\nx\n#y'>",
    "<a href=&#120;>", "<a href='&#x78'>",
    "<a title='>' href=x>", "<a/href=x>", "<a\fhref\n=\tx >", "<a =y href=x>", "<a href=x href=y>",
    "<template><a href=x></a></template>",
    "<meta http-equiv=refresh content='0; url=x'>",
    "<math><mi href=x>", "<math href=x><mi>",
  })
  void followsWhatASiteDownloaderFollows(String html) {
    assertThat(outlinks(html)).containsExactly("/dir/x");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "<use href=x>", "<svg><p><use href=x>", "<svg></svg><use href=x>", "<input src=x>", "<input type=text src=x>", "<p background=x>",
    "<link imagesrcset='x 1x'>", "<svg><rect href=x></svg>", "<svg><!-- <a href=x> --></svg>", "<svg><![CDATA[<a href=x>]]></svg>",
    "<style><a href=x></style>", "<xmp><a href=x></xmp>", "<iframe><a href=x></iframe>", "<noframes><a href=x></noframes>",
    "<plaintext><a href=x>", "<script><!-- <script> </script> <a href=x> --></script>", "<title></titl><a href=x>", "<a href=x",
    "<a href='x>",
    "</a href=x>", "<!a href=x>", "<?a href=x>", "< a href=x>",
    "<a href='java\nscript:x()'>", "<a href='\1javascript:x()'>", "<a href='mail\tto:x@site.test'>", "<a href='ht\ntp://other.test/'>",
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
    "apple-touch-icon, true", "manifest, true", "preload, true", "prefetch, true",
    "apple-touch-icon-precomposed, true", "apple-touch-startup-image, true", "mask-icon, true", "fluid-icon, true",
    "modulepreload, true", "next, true", "prev, true", "sitemap, true",
    "canonical, true", "alternate, true", "license, true", "help, true", "author, true", "search, true",
    "'nofollow\tnext', true", "copyright, true", "previous, true", "privacy-policy, true", "terms-of-service, true",
    "chapter, true", "glossary, true", "prerender, true",
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
    "<base href=/b/><a href=''>                    | /b/",
    "<base href=/b/><img src='' srcset><script src></script><link rel=icon href=''> | ''",
    "<base href=//other.test/><a href=/x>          | ''",
    "<base href=//other.test/><a href=//site.test/x> | /x",
    "<template><base href=/b/></template><a href=x> | /dir/x",
    "<template><template></template><base href=/b/></template><a href=x> | /dir/x",
    "<template></template><base href=/b/><a href=x> | /b/x",
    "</template><base href=/b/><a href=x>          | /b/x",
    "<svg><base href=/b/></svg><a href=x>          | /dir/x",
    "<base href=/b/#f><a href=x>                   | /b/x",
    "<base href='/b/?q'><a href=''>                | /b/?q",
    "<base href='/b/c?q'><a href='?r'>             | /b/c?r",
    "<base href='/b/?q/r'><a href=x>               | /b/x",
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
    assertThat(outlinks("<a href='x&#xD800;y'>")).containsExactly("/dir/x%EF%BF%BDy");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "none", value = {
    "text/html                | <a href=x>            | true",
    "text/html, text/html     | <a href=x>            | true",
    "application/xhtml+xml    | <a href='x'/>         | true",
    "text/plain               | <a href=x>            | false",
    "text/plain               | <html><a href=x>      | false",
    "text/html5               | <html><a href=x>      | false",
    "application/xml          | <html><a href='x'/>   | false",
    // one that doesn't say is looked at
    "none                     | ' <!DOCTYPE html><a href=x>' | true",
    "''                       | <html><a href=x>      | true",
    "nonsense                 | <html><a href=x>      | true",
    "unknown/unknown          | <html><a href=x>      | true",
    "application/unknown      | <html><a href=x>      | true",
    "*/*                      | <html><a href=x>      | true",
    "none                     | text <a href=x>       | false",
    "none                     | ''                    | false",
    "none                     | <rss><a href=x>       | false",
  })
  void readsPagesOnly(String contentType, String body, boolean isPage) {
    assertThat(outlinks(contentType, body.getBytes(UTF_8))).isEqualTo(isPage ? List.of("/dir/x") : List.of());
  }

  @Test
  void doesNotGuessWhereThatIsForbidden() {
    byte[] page = "<html><a href=x>".getBytes(UTF_8);
    assertThat(outlinks(Replies.ok(page, "X-Content-Type-Options", "nosniff"))).isEmpty();
    assertThat(outlinks(Replies.ok(page, "X-Content-Type-Options", "nosniff", "Content-Type", "text/html"))).containsExactly("/dir/x");
  }

  /** It is relative to the reply's own URL, of whatever type the reply is. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "0;url=x                 | text/html  | /dir/x",
    "0; URL='x'              | text/html  | /dir/x",
    "5,x                     | text/plain | /dir/x",
    "5; url=/y               | image/png  | /y",
    "5; url=\u00e9          | text/html  | /dir/%E9",
    "5                       | text/html  | ''",
    "soon                    | text/html  | ''",
    "5; url=http://other.test/ | text/html | ''",
  })
  void followsARefreshHeader(String refresh, String type, String expected) {
    byte[] body = "<base href=/b/>".getBytes(UTF_8);
    assertThat(outlinks(Replies.ok(body, "Content-Type", type, "Refresh", refresh)))
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
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

  /** And no loss to ASCII references. */
  @Test
  void missesAMetaCharsetFarDownThePage() {
    String late = " ".repeat(9_000) + "<meta charset=iso-8859-1><a href='é'><a href=e>";
    assertThat(outlinks("text/html", late.getBytes(Charset.forName("ISO-8859-1"))))
        .containsExactly("/dir/%EF%BF%BD", "/dir/e");
  }

  /** The path is sent in UTF-8, the query as the page is encoded. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "windows-1251 | п?п=п&x   | /dir/%D0%BF?%EF=%EF&x",
    "koi8-r       | ?п        | /dir/page.html?%D0",
    "iso-8859-1   | ?é€       | /dir/page.html?%E9%80",
    "iso-8859-2   | ?é&ł      | /dir/page.html?%E9&%B3",
    "shift_jis    | ?表       | /dir/page.html?%95\\",
    "euc-kr       | ?가       | /dir/page.html?%B0%A1",
    "utf-8        | ?é        | /dir/page.html?%C3%A9",
    "windows-1252 | ?&#1087;  | /dir/page.html?%26%231087%3B",
    "windows-1252 | %D0?%D0   | /dir/%D0?%D0",
  })
  void sendsAQueryInThePagesEncoding(String label, String reference, String expected) {
    byte[] page = ("<meta charset=" + label + "><a href='" + reference + "'>").getBytes(Encodings.ofLabel(label).orElseThrow());
    assertThat(outlinks("text/html", page)).containsExactly(expected);
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

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "<html xmlns:h='http://www.w3.org/1999/xhtml'><h:a href='x'/>           | /dir/x",
    "<h:html xmlns:h='http://www.w3.org/1999/xhtml'><h:img src='x'/>        | /dir/x",
    "<h:a xmlns:h='http://www.w3.org/1999/xhtml' href='x'/>                 | /dir/x",
    "<html xmlns:h='http://www.w3.org/1999/xhtml'><h:base href='/b/'/><h:a href='x'/> | /b/x",
    "<html xmlns:s='http://www.w3.org/2000/svg'><s:svg><s:use href='x'/></s:svg>      | /dir/x",
    "<html xmlns='http://www.w3.org/1999/xhtml'><svg xmlns='http://www.w3.org/2000/svg'><image xlink:href='x'/></svg> | /dir/x",
    "<a href='x'/>                                                          | /dir/x",
    "<html xmlns:h='urn:other'><h:a href='x'/>                              | ''",
    "<script><a href='x'/></script>                                         | /dir/x",
    "<script/><a href='x'/>                                                 | /dir/x",
    "<template/><base href='/b/'/><a href='x'/>                             | /b/x",
    "<![CDATA[<a href='x'/>]]>                                              | ''",
  })
  void readsXhtmlByItsNamespaces(String page, String expected) {
    assertThat(outlinks("application/xhtml+xml", page.getBytes(UTF_8))).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  @Test
  void remembersNothingThatDependsOnMoreThanTheFolder() {
    Outlinks outlinks = new Outlinks(SCOPE);
    for (String page : List.of("/dir/a", "/dir/b", "/dir/a?q", "/dir2/a")) {
      String html = "<a href=''><a href='?r'><a href='HTTP:?s'><a href='x'><a href='#f'>";
      assertThat(outlinks.of(HttpUrl.get(SITE + page), Replies.ok(html.getBytes(UTF_8), "Content-Type", "text/html")))
          .containsExactly(SITE + page, SITE + page.replace("?q", "") + "?r", SITE + page.replace("?q", "") + "?s",
              SITE + page.replaceAll("[^/]*$", "") + "x");
    }
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

  private static List<String> outlinks(String contentType, byte[] body) {
    return outlinks(Replies.ok(body, "Content-Type", contentType));
  }

  /** Without the origin, which all outlinks share. */
  private static List<String> outlinks(FetchResult.Reply reply) {
    List<String> outlinks = new Outlinks(SCOPE).of(PAGE, reply);
    assertThat(outlinks).allMatch(SCOPE::sameOrigin);
    return outlinks.stream().map(url -> url.substring(SITE.length())).toList();
  }
}
