package lab.crawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import lab.crawl.CrawlListener;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkGraphTest {

  /** Each page and what it links, as {@code a:bc}; the seed is s. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "s:a                 | s | s",
    "s:a                 | a | s a",
    "s:a a:b b:c         | c | s a b c",
    "s:ab a:b            | b | s b",
    "s:s                 | s | s",
    "s:ab a:x b:x        | x | s a x",
    "s:ba b:x a:x        | x | s a x",
    "s:az z:b a:c c:x b:x | x | s z b x",
    "s:az a:b z:y y:x b:x | x | s a b x",
    "s:a a:s             | s | s",
    "s:a b:x             | x | ''",
    "s:a                 | x | ''",
    "''                  | x | ''",
    "''                  | s | s",
  })
  void findsTheShortestChainAndOfSeveralAlwaysTheSame(String pages, String to, String expected) {
    List<String> order = new ArrayList<>(pages.isEmpty() ? List.of() : List.of(pages.split(" ")));
    Random random = new Random(1);
    for (int i = 0; i < 10; i++) {
      LinkGraph graph = new LinkGraph(CrawlListener.NONE);
      order.forEach(page -> graph.linked(HttpUrl.get(url(page.charAt(0))), page.substring(2).chars().mapToObj(c -> url((char) c)).toList()));

      assertThat(graph.shortestChain(List.of(url('s')), url(to.charAt(0))))
          .isEqualTo(expected.isEmpty() ? List.of() : Arrays.stream(expected.split(" ")).map(name -> url(name.charAt(0))).toList());
      Collections.shuffle(order, random);
    }
  }

  private static String url(char name) {
    return "http://site.test/" + name;
  }
}
