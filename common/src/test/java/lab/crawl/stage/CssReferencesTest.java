package lab.crawl.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the tables ¶ is a line end, ↵ a carriage return before one, and the quote of a column is a tilde. */
class CssReferencesTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    // url(), quoted and not
    "a { background: url(x) }                         | IMAGE x",
    "a { background: url(\"x\") }                     | IMAGE x",
    "a { background: url('x') }                       | IMAGE x",
    "a { background: URL( x ) }                       | IMAGE x",
    "a { background: url(¶\t'x'↵¶) }                  | IMAGE x",
    "a { background: url('x' crossorigin(anonymous)) } | IMAGE x",
    "a { background: url(x) , url(y) }                | IMAGE x, IMAGE y",
    "a { background: red url(x) no-repeat; b: url(y) } | IMAGE x, IMAGE y",
    "a { background: src('x') }                       | IMAGE x",
    "a { background: src(x) }                         | ~~",
    "a { background: src(var(--x)) }                  | ~~",
    "a { filter: url(f.svg#blur) }                    | IMAGE f.svg#blur",
    "a { --image: url(x) }                            | IMAGE x",
    "a { b: cross-fade(url(x), url('y'), 50%) }       | IMAGE x, IMAGE y",
    "a { b: linear-gradient(red, blue), url(x) }      | IMAGE x",
    "a { b { c: url(x) } d: url(y) }                  | IMAGE x, IMAGE y",
    "@media print { a { b: url(x) } }                 | IMAGE x",
    "@page { background: url(x) }                     | IMAGE x",
    "@counter-style a { symbols: url(x) }             | IMAGE x",
    // escapes
    "a { b: url(x\\)y) }                              | IMAGE x)y",
    "a { b: url(x\\26 y) }                            | IMAGE x&y",
    "a { b: url(x\\26y) }                             | IMAGE x&y",
    "a { b: url(x\\26↵¶y) }                           | IMAGE x&y",
    "a { b: url(x\\000026y) }                         | IMAGE x&y",
    "a { b: url(x\\0000261) }                         | IMAGE x&1",
    "a { b: url(x\\ y) }                              | IMAGE x y",
    "a { b: url('x\\'y') }                            | IMAGE x'y",
    "a { b: url('x\\¶y') }                            | IMAGE xy",
    "a { b: url('x\\↵¶y') }                           | IMAGE xy",
    "a { b: url('x\\26¶y') }                          | IMAGE x&y",
    "a { b: \\75rl(x) }                               | IMAGE x",
    "a { b: \\000075\\72 l('x') }                     | IMAGE x",
    "a { b: url(x\\0) }                               | IMAGE x\uFFFD",
    "a { b: url(x\\d800) }                            | IMAGE x\uFFFD",
    "a { b: url(x\\110000) }                          | IMAGE x\uFFFD",
    "a { b: url(x\\1F600) }                           | IMAGE x\uD83D\uDE00",
    "a { b: url(x\\\uD83D\uDE00y) }                   | IMAGE x\uD83D\uDE00y",
    "a { b: url(é) }                                  | IMAGE é",
    // comments and white space
    "a { b: /* url(y) */ url(x) }                     | IMAGE x",
    "a { b: url(x/* y */) }                           | ~~",
    "a { b: url(/*y*/x) }                             | IMAGE /*y*/x",
    "a { b: url/**/(x) }                              | ~~",
    "a { b: url (x) }                                 | ~~",
    "a { b: url(/**/'x') }                            | ~~",
    "a { b: url('x'/**/) }                            | IMAGE x",
    "/* a { b: url(x) }                               | ~~",
    "a { b: 1url(x) }                                 | ~~",
    "a { b: 1e3url(x) 1.5url(x) +.5url(x) }           | ~~",
    "a { b: 5%url(x) }                                | IMAGE x",
    "a { b: -url(x) --url(x) _url(x) éurl(x) }        | ~~",
    "a { b: #url(x) }                                 | ~~",
    "a { b: +url(x) }                                 | IMAGE x",
    // a bad URL runs to its parenthesis, a bad string to the end of its line
    "a { b: url(x y), url(z) }                        | IMAGE z",
    "a { b: url(x(y), url(z) }                        | IMAGE z",
    "a { b: url(x'y), url(z) }                        | IMAGE z",
    "a { b: url(x\\¶y), url(z) }                      | IMAGE z",
    "a { b: url(x y\\) url(z), url(v) }               | IMAGE v",
    "a { b: url(\1), url(z) }                         | IMAGE z",
    "a { b: url('x¶), url(z) }                        | IMAGE z",
    "a { b: 'x¶ ; c: url(z) }                         | IMAGE z",
    "a { b: ') url(y'; c: url(z) }                    | IMAGE z",
    // the end of the text closes everything
    "a { b: url(x                                     | IMAGE x",
    "a { b: url('x                                    | IMAGE x",
    "a { b: url('x\\                                  | IMAGE x",
    "a { b: url('x\\\\                                | IMAGE x\\",
    "a { b: url(x\\                                   | IMAGE x\uFFFD",
    "a { b: url('x'                                   | IMAGE x",
    "a { b: url(                                      | ~~",
    // no references
    "a { b: url() url('') url( ) url(' ') }           | ~~",
    "a { b: url(#grad) url('#grad') url(' #grad') }   | ~~",
    "a { b: url(data:image/png;base64,AA==) }         | ~~",
    "a { b: url('DATA:image/svg+xml,<svg/>') }        | ~~",
    "a { b: 'x' }                                     | ~~",
    "a { content: 'url(x)' }                          | ~~",
    "a { b: attr(x 'y') }                             | ~~",
    "a[b='url(x)'] { }                                | ~~",
    "a[b=url(x)] { }                                  | ~~",
    "url(x) { b: url(y) }                             | IMAGE y",
    "@namespace url(x);                               | ~~",
    "@namespace svg 'x';                              | ~~",
    "@charset 'x';                                    | ~~",
    "@supports (b: url(x)) { a { b: url(y) } }        | IMAGE y",
    "@-moz-document url(x) { a { b: url(y) } }        | IMAGE y",
    "a { @supports (b: url(x)) { b: url(y) } }        | IMAGE y",
    // image-set()
    "a { b: image-set('x' 1x, url(y) 2x, url('z') 3x) } | IMAGE x, IMAGE y, IMAGE z",
    "a { b: -webkit-image-set(url(x) 1x) }            | IMAGE x",
    "a { b: Image-Set('x' type('image/avif') 1x) }    | IMAGE x",
    "a { b: image-set(linear-gradient(red, blue) 1x, 'x' 2x) } | IMAGE x",
    // @font-face
    "@font-face { font-family: 'a'; src: local('b'), url(x) format('woff2'), url('y') tech(color-COLRv1) } | FONT x, FONT y",
    "@FONT-FACE{src:url(x)}                           | FONT x",
    "@media all { @font-face { src: url(x) } a { b: url(y) } } | FONT x, IMAGE y",
    "@font-face /**/ { src: url(x) }                  | FONT x",
    "@font-feature-values a { b: url(x) }             | IMAGE x",
    // @import
    "@import 'x';                                     | IMPORT x",
    "@import url(x);                                  | IMPORT x",
    "@import url('x');                                | IMPORT x",
    "@import src('x');                                | IMPORT x",
    "@IMPORT\"x\"                                     | IMPORT x",
    "@\\69mport 'x'                                   | IMPORT x",
    "@import/**/'x'screen;                            | IMPORT x",
    "@import url(x) layer(a) supports(b: url(y)) screen and (c: d); | IMPORT x",
    "@import 'x' layer supports(not (b: url('y'))), 'z'; | IMPORT x",
    "@charset 'utf-8'; @import 'x'; @layer a; @import 'y'; a{} | IMPORT x, IMPORT y",
    "<!-- @import 'x'; -->                            | IMPORT x",
    "<!-- a { b: url(x) } -->                         | IMAGE x",
    "@import 'x¶; @import 'y';                        | IMPORT y",
    "@import x 'y';                                   | ~~",
    "@import { 'x' } @import 'y';                     | IMPORT y",
    "@media print { @import 'x'; }                    | ~~",
    "a { @import 'x'; b: url(y) }                     | IMAGE y",
    "a @import 'x'; b { }                             | ~~",
    "@important 'x';                                  | ~~",
    // after other rules browsers ignore it, if these are valid
    "a { } @import 'x';                               | IMPORT x",
    "a } @import 'x'; b { c: url(y) }                 | IMAGE y",
    // brackets close only their own kind
    "a { b: f(}) url(x) }                             | IMAGE x",
    "a { b: [ } ] ; c: url(x) } url(y)                | IMAGE x",
    "a { b: ) ] ; c: url(x) }                         | IMAGE x",
    "} a { b: url(x) }                                | IMAGE x",
  })
  void findsWhatBrowsersLoad(String css, String expected) {
    assertThat(shown(inSheet(lines(css)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "background: url(x)             | IMAGE x",
    "background: url(x); b: url(y)  | IMAGE x, IMAGE y",
    "color: red                     | ~~",
    "a: b } c: url(x)               | IMAGE x",
    "@import 'x'                    | ~~",
    "@import url(x)                 | ~~",
    "@import url(x); a: url(y)      | IMAGE y",
    "b: image-set('x' 1x)           | IMAGE x",
    "&:hover { b: url(x) }          | IMAGE x",
  })
  void findsWhatAStyleAttributeLoads(String css, String expected) {
    List<CssReference> found = new ArrayList<>();
    CssReferences.inDeclarations(css, found::add);
    assertThat(shown(found)).isEqualTo(expected);
  }

  /** Each reference is replaced with NEW, wherever it is said to be. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "a { b: url(x) url( x ) url('x') }      | a { b: url(\"NEW\") url( \"NEW\" ) url(\"NEW\") }",
    "a { b: url( 'x' ) }                    | a { b: url( \"NEW\" ) }",
    "a { b: url(é\\26 \uD83D\uDE00)c }      | a { b: url(\"NEW\")c }",
    "@import 'x' screen;                    | @import \"NEW\" screen;",
    "@import\"x\"screen;                    | @import\"NEW\"screen;",
    "a { b: image-set('x' 1x,url(y)2x) }    | a { b: image-set(\"NEW\" 1x,url(\"NEW\")2x) }",
    "a { b: url(x                           | a { b: url(\"NEW\"",
    "a { b: url('x                          | a { b: url(\"NEW\"",
    "a { b: url('x\\                        | a { b: url(\"NEW\"",
    "a{b:\\75 rl(x↵¶)}                      | a{b:\\75 rl(\"NEW\"↵¶)}",
  })
  void saysWhereEachStands(String css, String expected) {
    StringBuilder changed = new StringBuilder(lines(css));
    for (CssReference reference : inSheet(lines(css)).reversed()) {
      changed.replace(reference.begin(), reference.end(), CssReference.replacement("NEW"));
    }
    assertThat(changed).hasToString(lines(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a b", "it's", "\"", "\\", "a\\\"b", "a)b", "é\uD83D\uDE00", "a\nb", "a\r\f\tb", "\1f", "\177", "url(x)", "/*"})
  void aReplacementIsReadBackAsItWas(String url) {
    String replacement = CssReference.replacement(url);
    assertThat(inSheet("a{b:url(" + replacement + ")}")).extracting(CssReference::url).containsExactly(url);
    assertThat(inSheet("@import " + replacement)).extracting(CssReference::url).containsExactly(url);
  }

  /** Quickly, and without a stack of calls. */
  @ParameterizedTest
  @ValueSource(strings = {
      "(", "{", "[", "a(", "url(", "url('", "\\", "/*", "*/", "@", "@a", "-", "1e", "'", "\"\n", "<!--", "#", ";", "}", "image-set("})
  void survivesWhatMeansHarm(String repeated) {
    assertThat(inSheet("@import 'x';" + repeated.repeat(1_000_000))).extracting(CssReference::url).contains("x");
  }

  @Test
  void looksIntoNoDepthsThatOnlyHarmReaches() {
    assertThat(inSheet("a{".repeat(100) + "b:url(x)")).hasSize(1);
    assertThat(inSheet("a{".repeat(1_000) + "b:url(x)")).isEmpty();
  }

  private static List<CssReference> inSheet(String css) {
    List<CssReference> found = new ArrayList<>();
    CssReferences.inSheet(css, found::add);
    return found;
  }

  private static String lines(String text) {
    return text.replace('¶', '\n').replace('↵', '\r');
  }

  private static String shown(List<CssReference> references) {
    return references.stream().map(reference -> reference.kind() + " " + reference.url()).collect(Collectors.joining(", "));
  }
}
