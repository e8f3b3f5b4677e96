package lab.crawl.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SrcSetTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, value = {
    "''                                   | ''",
    "' \t\n'                              | ''",
    "' , ,, '                             | ''",
    "a.png                                | a.png",
    "a.png 1x, b.png 2x                   | a.png b.png",
    "a.png 1x,b.png 2x                    | a.png b.png",
    "'a.png\n 100w,\n\tb.png\n 200w\n'    | a.png b.png",
    "a.png, b.png                         | a.png b.png",
    "a.png,, b.png 2x                     | a.png b.png",
    "',a.png'                             | a.png",
    "a.png,                               | a.png",
    "a.png 1x,                            | a.png",
    // without white space the comma belongs to the URL
    "a.png,b.png                          | a.png,b.png",
    "w_1,h_2/a.png 1x, b.png              | w_1,h_2/a.png b.png",
    "data:image/png;base64,AA== 1x, b.png | data:image/png;base64,AA== b.png",
    // a comma in parentheses belongs to the descriptor
    "a.png (1,2)x, b.png                  | a.png b.png",
    "a.png 1x (x, y 2x), b.png 3x         | a.png b.png",
    "a.png ((x), b.png                    | a.png b.png",
    "a.png (never, closed                 | a.png",
    "(a,b).png 1x                         | (a,b).png",
    "a.png 100w 50h, b.png                | a.png b.png",
  })
  void findsTheUrls(String srcset, String urls) {
    assertThat(SrcSet.urls(srcset)).isEqualTo(urls.isEmpty() ? List.of() : List.of(urls.split(" ")));
  }

  /** A pattern took cubic time on the commas and overflowed the stack on the parentheses. */
  @Test
  void readsWhatMeansHarmInOneGo() {
    assertThat(SrcSet.urls(",".repeat(1_000_000))).isEmpty();
    assertThat(SrcSet.urls("a " + "()".repeat(1_000_000))).containsExactly("a");
    assertThat(SrcSet.urls("a , ".repeat(100_000))).hasSize(100_000);
  }
}
