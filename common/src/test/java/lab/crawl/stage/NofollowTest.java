package lab.crawl.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lab.crawl.FetchResult;
import lab.crawl.Scope;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NofollowTest {
  private static final HttpUrl PAGE = HttpUrl.get("http://h/");
  private static final String LINKS = "<a href=/a>x</a> <img src=/i>";

  private static List<String> outlinks(Optional<Nofollow> nofollow, String header, String page) {
    FetchResult.Reply reply = Replies.ok(page.getBytes(UTF_8), "Content-Type", "text/html", "X-Robots-Tag", header);
    return new Outlinks(Scope.of(PAGE), nofollow).of(PAGE, reply).stream().map(url -> url.substring("http://h".length())).toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "<a rel=nofollow href=/n>x</a>                        | /a /i | /n /a /i",
      "<a rel='UGC NoFollow' href=/n>x</a>                  | /a /i | /n /a /i",
      "<area rel=nofollow href=/n>                          | /a /i | /n /a /i",
      "<a rel=nofollow href=/a>x</a>                        | /a /i | /a /i",
      "<a rel=nofollow href=/i>x</a>                        | /i /a | /i /a",
      "<a rel=nofollowing href=/n>x</a>                     | /n /a /i | /n /a /i",
      "<meta name=robots content='noindex, nofollow'>       | /i    | /a /i",
      "<meta name=Robots content=NONE>                      | /i    | /a /i",
      "<meta name=concurrency-lab content=nofollow>         | /i    | /a /i",
      "<meta name=googlebot content=nofollow>               | /a /i | /a /i",
      "<meta name=robots content=noindex>                   | /a /i | /a /i",
      "<meta name=description content=nofollow>             | /a /i | /a /i",
  })
  void whatAPageAsksFor(String html, String followed, String withoutTheOption) {
    Optional<Nofollow> nofollow = Optional.of(new Nofollow("Concurrency-Lab/1.0"));

    assertThat(outlinks(nofollow, "", html + LINKS)).containsExactly(followed.split(" "));
    assertThat(outlinks(Optional.empty(), "", html + LINKS)).containsExactly(withoutTheOption.split(" "));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "nofollow                                             | /i",
      "noindex, None                                        | /i",
      "concurrency-lab: noindex, nofollow                   | /i",
      "otherbot: noindex, nofollow                          | /a /i",
      "otherbot: noindex, concurrency-lab: nofollow         | /i",
      "max-snippet: 5, nofollow                             | /i",
      "noindex                                              | /a /i",
  })
  void whatAReplyAsksFor(String header, String followed) {
    assertThat(outlinks(Optional.of(new Nofollow("concurrency-lab/1.0")), header, LINKS)).containsExactly(followed.split(" "));
    assertThat(outlinks(Optional.empty(), header, LINKS)).containsExactly("/a", "/i");
  }
}
