package lab.crawl.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderLinksTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "<x>; rel=next                                | /dir/x",
    "<x>;rel=next                                 | /dir/x",
    "<x> ; REL = \"next\"                         | /dir/x",
    "<x>; rel=\"nofollow Prev\"                   | /dir/x",
    "<x>; rel=stylesheet                          | /dir/x",
    "<x>; rel=preload; as=font                    | /dir/x",
    "<x>; rel=icon                                | /dir/x",
    "<x>; rel=canonical                           | /dir/x",
    "<x>; rel=alternate; hreflang=de              | /dir/x",
    "</x>; rel=next                               | /x",
    "<?page=2>; rel=next                          | /dir/page.html?page=2",
    "<>; rel=next                                 | /dir/page.html",
    "<http://site.test/x>; rel=next               | /x",
    "<http://other.test/x>; rel=next              | ~~",
    "<x>; rel=preconnect                          | ~~",
    "<x>; rel=\"dns-prefetch\"                    | ~~",
    "<x>                                          | ~~",
    "<x>; rel                                     | ~~",
    "<x>; title=\"rel=next\"                      | ~~",
    // several, and what may stand within
    "<x>; rel=next, <y>; rel=prev                 | /dir/x /dir/y",
    "<x>; rel=next,<y>;rel=prev                   | /dir/x /dir/y",
    ", , <x>; rel=next, ,                         | /dir/x",
    "<a,b;c>; rel=next                            | /dir/a,b;c",
    "<x>; title=\"a, <b>; \\\"c\"; rel=next, <y>; rel=up | /dir/x /dir/y",
    "<x>; title=\"never closed; rel=next          | ~~",
    "<x>; rel=prev; rel=nonsense                  | /dir/x",
    "<x>; rel=nonsense; rel=prev                  | ~~",
    "<x>; ; ;rel=next                             | /dir/x",
    "<x>; crossorigin; rel=next                   | /dir/x",
    "<x>; title*=UTF-8''a%20b; rel=next           | /dir/x",
    "<x>; rel=preload; as=image; imagesrcset=\"a 1x, b 2x\" | /dir/x /dir/a /dir/b",
    // of another page
    "<x>; rel=next; anchor=\"/other\"             | ~~",
    "<x>; rel=next; anchor=\"#part\"              | ~~",
    // no links
    "x; rel=next                                  | ~~",
    "<x; rel=next                                 | ~~",
    "<x>; rel=next, y, <z>; rel=next              | /dir/x",
    "~~                                           | ~~",
  })
  void followsALinkHeader(String link, String expected) {
    byte[] body = "<base href=/b/>".getBytes();
    assertThat(OutlinksOf.reply(Replies.ok(body, "Content-Type", "text/html", "Link", link))).isEqualTo(OutlinksOf.expected(expected));
    assertThat(OutlinksOf.reply(Replies.ok(body, "Content-Type", "image/png", "Link", link))).isEqualTo(OutlinksOf.expected(expected));
  }

  @Test
  void followsSeveral() {
    assertThat(OutlinksOf.reply(Replies.ok(new byte[0], "Link", "<a>; rel=next", "Refresh", "0;url=c", "link", "<b>; rel=prev")))
        .containsExactly("/dir/a", "/dir/b", "/dir/c");
  }

  @Test
  void sendsBytesAsTheyCame() {
    assertThat(OutlinksOf.reply(Replies.ok(new byte[0], "Link", "<\u00e9>; rel=next"))).containsExactly("/dir/%E9");
  }

  @Test
  void readsWhatMeansHarmInOneGo() {
    for (String repeated : new String[] {"<", "<x>", "<x>;", ";", ",", "<x>;\"", "<x>;a=\"\\"}) {
      assertThat(OutlinksOf.reply(Replies.ok(new byte[0], "Link", repeated.repeat(100_000)))).isEmpty();
    }
  }
}
