package lab.crawl.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    assertThat(OutlinksOf.html(html)).containsExactly("/dir/x");
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
    assertThat(OutlinksOf.html(html)).isEmpty();
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
    assertThat(OutlinksOf.html("<link rel='" + rel + "' href=x>").contains("/dir/x")).isEqualTo(followed);
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
    assertThat(OutlinksOf.html(html)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
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
    assertThat(OutlinksOf.html(html)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  @Test
  void givesEachOnceInTheOrderOfThePage() {
    String html = "<a href=c><img src=b srcset='a 1x, c 2x, d 3x'><a href=./b#f><a href=http://SITE.test:80/dir/c><a href=a>";
    assertThat(OutlinksOf.html(html)).containsExactly("/dir/c", "/dir/b", "/dir/a", "/dir/d");
  }

  @Test
  void decodesEntitiesInReferences() {
    assertThat(OutlinksOf.html("<a href='x?a=1&amp;b=2'>")).containsExactly("/dir/x?a=1&b=2");
    assertThat(OutlinksOf.html("<a href='x&#xD800;y'>")).containsExactly("/dir/x%EF%BF%BDy");
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
    assertThat(OutlinksOf.body(contentType, body.getBytes(UTF_8))).isEqualTo(isPage ? List.of("/dir/x") : List.of());
  }

  @Test
  void doesNotGuessWhereThatIsForbidden() {
    byte[] page = "<html><a href=x>".getBytes(UTF_8);
    assertThat(OutlinksOf.reply(Replies.ok(page, "X-Content-Type-Options", "nosniff"))).isEmpty();
    assertThat(OutlinksOf.reply(Replies.ok(page, "X-Content-Type-Options", "nosniff", "Content-Type", "text/html"))).containsExactly("/dir/x");
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
    assertThat(OutlinksOf.reply(Replies.ok(body, "Content-Type", type, "Refresh", refresh)))
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
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
    assertThat(OutlinksOf.body("text/html", everyByte)).isEmpty();
    assertThat(OutlinksOf.html("<div>".repeat(20_000) + "<a href=x>")).containsExactly("/dir/x");
  }
}
