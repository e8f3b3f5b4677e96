package lab.crawl.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of CSS within pages, and of style sheets; how CSS itself is read, {@link CssReferencesTest} says. */
class CssOutlinksTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "<p style='background: url(x)'>                                      | /dir/x",
    "<p style='background: url(&quot;x?a&amp;b&quot;)'>                  | /dir/x?a&b",
    "<p style='background: url(&#x22;x&#34;)'>                           | /dir/x",
    "<p style='background: url(x)' style='background: url(y)'>           | /dir/x",
    "<p STYLE=background:url(x)>                                         | /dir/x",
    "<a href=y style='background: url(x)'>                               | /dir/y /dir/x",
    "<nonsense style='background: url(x)'>                               | /dir/x",
    "<p style='color: red'>                                              | ~~",
    "<p style=\"@import 'x'\">                                           | ~~",
    "<p data-style='background: url(x)'>                                 | ~~",
    "<template><p style='background: url(x)'></template>                 | /dir/x",
    "<noscript><p style='background: url(x)'></noscript>                 | /dir/x",
    "<style>@import 'x'; a { b: url(y) }</style>                         | /dir/x /dir/y",
    "<style type=text/CSS>a { b: url(x) }</style>                        | /dir/x",
    "<style type=''>a { b: url(x) }</style>                              | /dir/x",
    "<style type=text/less>a { b: url(x) }</style>                       | ~~",
    "<style media=print>a { b: url(x) }</style>                          | /dir/x",
    "<style>a { b: url(x&amp;y) }</style>                                | /dir/x&amp;y",
    "<style><!-- a { b: url(x) } --></style>                             | /dir/x",
    "<style>a { b: url(x)                                                | /dir/x",
    "<noscript><style>a { b: url(x) }</style></noscript>                 | /dir/x",
    "<body><style>a { b: url(x) }</style>                                | /dir/x",
    "<textarea><style>a { b: url(x) }</style></textarea>                 | ~~",
    "<base href=/b/><style>a { b: url(x) }</style><p style='c: url(y)'>  | /b/x /b/y",
    "<style>a { b: url(x) }</style><base href=/b/>                       | /b/x",
    "<base href=/b/><p style='a: url(#f)'>                               | ~~",
    "<p style='a: url(x#f); b: url(x#g)'>                                | /dir/x",
    "<p style='a: url(//other.test/x)'>                                  | ~~",
    "<svg><style>a { b: url(x) }</style></svg>                           | /dir/x",
    "<svg><rect style='fill: url(x#g)'></svg>                            | /dir/x",
    "<svg><rect fill='url(x#g)' mask='url(y)' stroke='url(#z)'></svg>    | /dir/x /dir/y",
    "<svg><rect href='url(x)' title='url(x)'></svg>                      | ~~",
    "<p fill='url(x)'>                                                   | ~~",
    "<math style='a: url(x)'>                                            | /dir/x",
  })
  void findsCssInAPage(String html, String expected) {
    assertThat(OutlinksOf.html(html)).isEqualTo(OutlinksOf.expected(expected));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "text/css                | @import 'x'; a { b: url(y) } c { d: url(/y) } | /dir/x /dir/y /y",
    "text/css; charset=utf-8 | a { b: url(x) }                          | /dir/x",
    "Text/CSS                | a { b: url(x) }                          | /dir/x",
    "text/css                | <a href=x>                               | ~~",
    "text/plain              | a { b: url(x) }                          | ~~",
    "text/less               | a { b: url(x) }                          | ~~",
    "~~                      | a { b: url(x) }                          | ~~",
    "text/css                | a { b: url(''), url(#x), url(data:,x), url(//other.test/x), url(about:blank) } | ~~",
  })
  void readsStyleSheets(String type, String css, String expected) {
    assertThat(OutlinksOf.body(type, css)).isEqualTo(OutlinksOf.expected(expected));
  }

  /** CSS Syntax 3, 3.2. The path is sent in UTF-8, so the é shows which encoding was taken. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "UTF-8        | text/css                      | ~~                        | true",
    "ISO-8859-1   | text/css                      | ~~                        | false",
    "ISO-8859-1   | text/css; charset=latin1      | ~~                        | true",
    "ISO-8859-1   | text/css                      | @charset \"latin1\";      | true",
    "ISO-8859-1   | text/css; charset=nonsense    | @charset \"latin1\";      | true",
    "UTF-8        | text/css; charset=utf-8       | @charset \"latin1\";      | true",
    "UTF-8        | text/css                      | \uFEFF@charset \"latin1\"; | true",
    "UTF-16LE     | text/css; charset=latin1      | \uFEFF                    | true",
    "UTF-16BE     | text/css                      | \uFEFF                    | true",
    "UTF-8        | text/css                      | @charset \"utf-16\";      | true",
    // nothing but these very bytes
    "ISO-8859-1   | text/css                      | @charset 'latin1';        | false",
    "ISO-8859-1   | text/css                      | @CHARSET \"latin1\";      | false",
    "ISO-8859-1   | text/css                      | @charset  \"latin1\";     | false",
    "ISO-8859-1   | text/css                      | @charset \"latin1\" ;     | false",
    "ISO-8859-1   | text/css                      | ~ @charset \"latin1\";~   | false",
  })
  void decodesStyleSheets(String encoding, String type, String begin, boolean isRight) {
    byte[] sheet = (begin + "@import 'é';").getBytes(Charset.forName(encoding));
    assertThat(OutlinksOf.body(type, sheet)).isEqualTo(isRight ? OutlinksOf.expected("/dir/%C3%A9") : OutlinksOf.expected("/dir/%EF%BF%BD"));
  }

  @Test
  void looksAtNoMoreThanAnybodyWrites() {
    String sheet = "@import 'x';" + " ".repeat(17 << 20) + "@import 'y';";
    assertThat(OutlinksOf.body("text/css", sheet)).containsExactly("/dir/x");
  }

  /** Each is longer than a page that is parsed as a whole, and is read in pieces. */
  @ParameterizedTest
  @ValueSource(strings = {
    "<style>%s a { b: url(x) }</style>", "<p>%s<p style='b: url(x)'>", "<svg><style>%s a { b: url(x) }</style></svg>",
    "<style>a { b: url(x) } %s</style>", "<body><div><div><style>a { b: url(x) } %s</style></div>"
  })
  void findsCssInALongPage(String page) {
    String filling = "a { color: red } /* */ \n".repeat(60_000);
    assertThat(OutlinksOf.html(page.formatted(filling))).containsExactly("/dir/x");
  }
}
