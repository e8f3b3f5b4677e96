package lab.crawl.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageReferencesTest {
  /** The two ways to parse a page, which give the same. */
  static Stream<BiFunction<Reader, Parser, PageReferences>> ways() {
    return Stream.of((page, parser) -> PageReferences.ofShort(page, parser, Optional.empty()), PageReferences::ofLong);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void findsTheSameEitherWay(BiFunction<Reader, Parser, PageReferences> way) {
    String page = """
        text<!-- --><base href=b><a href=1>one</a>text<table>text<tr><td background=2><a href=3>x<b><p>y<i>z</table>
        <svg><use href=4 /><a href=5></a></svg><ul><li><img src=6>x<li><script src=7></script><template><a href=8></a></template><a href=1>
        <div><table><a href=9>x</a><tr><img src=10><td><table><b><p>x<a href=11></p></b>y</table></table></div>
        """.repeat(100);
    PageReferences references = way.apply(new StringReader(page), Parser.htmlParser());
    assertThat(all(references)).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
    assertThat(references.baseHref()).contains("b");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void readsAStyleBetweenHeadAndBody(BiFunction<Reader, Parser, PageReferences> way) {
    Reader page = new StringReader("<head><title>x</title></head><style>a{b:url(1)}</style><link rel=stylesheet href=2><body>x");
    assertThat(all(way.apply(page, Parser.htmlParser()))).containsExactly("1", "2");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void goesOnIfJsoupFails(BiFunction<Reader, Parser, PageReferences> way) {
    Reader odd = failing(new IllegalStateException("a bug of jsoup's, planted by a test"));
    assertThat(all(way.apply(odd, Parser.htmlParser()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void hidesNoOtherTrouble(BiFunction<Reader, Parser, PageReferences> way) {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> way.apply(failing(new UncheckedIOException(new IOException("disk"))), Parser.htmlParser()));
    assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> way.apply(failing(new OutOfMemoryError()), Parser.htmlParser()));
  }

  @Test
  void keepsWhatALongPageGaveBeforeJsoupFailed() {
    Reader odd = new Reader() {
      private boolean begun;

      @Override
      public int read(char[] buffer, int offset, int length) {
        if (begun) {
          throw new IllegalStateException("a bug of jsoup's, planted by a test");
        }
        begun = true;
        String page = "<p><a href=1></a><a href=2></a><a href=3></a>" + "x".repeat(length);
        page.getChars(0, length, buffer, offset);
        return length;
      }

      @Override
      public void close() {}
    };
    assertThat(all(PageReferences.ofLong(odd, Parser.htmlParser()))).contains("1", "2");
  }

  private static Reader failing(Throwable failure) {
    return new Reader() {
      @Override
      public int read(char[] buffer, int offset, int length) {
        return PageReferencesTest.<RuntimeException>sneak(failure);
      }

      @Override
      public void close() {}
    };
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> int sneak(Throwable failure) throws T {
    throw (T) failure;
  }

  private static List<String> all(PageReferences references) {
    List<String> all = new ArrayList<>();
    references.iterator().forEachRemaining(reference -> all.add(reference.getKey()));
    return all;
  }
}
