package lab.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mostly the library's work: what matters here is that it is used right. */
class RobotsRulesTest {

  private static RobotsRules parse(String text, String userAgent) {
    return RobotsRules.parse("http://h/robots.txt", text.replace(';', '\n').getBytes(StandardCharsets.UTF_8), "text/plain", userAgent);
  }

  private static boolean allows(RobotsRules rules, String path) {
    HttpUrl url = CrawlPlan.of("http://h" + path).build().seed();
    return new Robots(Map.of("http://h/", rules)).allows(url);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "User-agent: *;Disallow: /                                  | /             | false",
      "User-agent: *;Disallow:                                    | /             | true",
      "User-agent: *;Disallow: /a                                 | /ab           | false",
      "User-agent: *;Disallow: /a                                 | /A            | true",
      "User-agent: *;Disallow: /a;Allow: /a/b                     | /a/b/c        | true",
      "User-agent: *;Disallow: /a/b;Allow: /a                     | /a/b/c        | false",
      "User-agent: *;Disallow: /a;Allow: /a                       | /a            | true",
      "User-agent: *;Disallow: /*.gif$                            | /x/y.gif      | false",
      "User-agent: *;Disallow: /*.gif$                            | /x/y.gif?z    | true",
      "User-agent: *;Disallow: /*/secret                          | /x/secret/y   | false",
      "User-agent: *;Disallow: /%7Eu/                             | /~u/x         | false",
      "User-agent: *;Disallow: /ü                                 | /%C3%BC       | false",
      "User-agent: *;Disallow: /*?*sort={                         | /x?sort={1    | false",
      "User-agent: *;Disallow: /*?*a=[                            | /x?a=[^       | false",
      "User-agent: *;Disallow: /                                  | /robots.txt   | true",
      "User-agent: other;Disallow: /                              | /             | true",
      "User-agent: Concurrency-Lab;Disallow: /;User-agent: *;Allow: / | /         | false",
      "User-agent: *;Disallow: /;User-agent: concurrency-lab;Disallow: /x | /     | true",
      "User-agent: *;Disallow: /a;User-agent: other;User-agent: concurrency-lab;Disallow: /b | /b | false",
      "User-agent: concurrency-lab;Disallow: /a;User-agent: concurrency-lab;Disallow: /b     | /a | false",
      "User-agent: concurrency-lab/2.0;Disallow: /                | /             | false",
      "user-agent : *;DISALLOW : /a # not this                    | /a            | false",
      "<html><body>No such page</body></html>                     | /             | true",
  })
  void whatAFileAllows(String text, String path, boolean allowed) {
    assertThat(allows(parse(text, "concurrency-lab/1.0 (+http://me/)"), path)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource(nullValues = "none", value = {
      "concurrency-lab/1.0, concurrency-lab", "MyBot (me@here), mybot", "Mozilla/5.0 (X), mozilla", "(a comment), none", "7up, none"})
  void aUserAgentIsKnownByWhatItBeginsWith(String userAgent, String token) {
    assertThat(RobotsRules.token(userAgent).orElse(null)).isEqualTo(token);
  }

  @Test
  void whoeverHasNoNameBelongsToAll() {
    assertThat(allows(parse("User-agent: x;Allow: /;User-agent: *;Disallow: /", "(a comment)"), "/")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
      "7, 7000", "1.5, 1500", "007, 7000", "2147483647, 2147483647000", "2147483648, 2147483648000", "9999999999 # never, 9999999999000",
      "99999999999999999999999999, 9223372036854775807"})
  void howLongAFileAsksToBeLeftAlone(String value, long millis) {
    assertThat(parse("User-agent: *;crawl-delay : " + value + ";Disallow: /a", "x").crawlDelay()).contains(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "soon", "", "1e9", "10s", "1,5", "9999999999s", "NaN"})
  void ignoresNonsense(String delay) {
    assertThat(parse("User-agent: *;Crawl-delay: " + delay, "x").crawlDelay()).isEmpty();
  }

  @Test
  void aLongCrawlDelayForbidsNothing() {
    RobotsRules rules = parse("User-agent: *;Crawl-delay: 3600;Disallow: /a;Sitemap: http://h/map.xml", "x");

    assertThat(rules.crawlDelay()).contains(Duration.ofHours(1));
    assertThat(rules.sitemaps()).containsExactly("http://h/map.xml");
    assertThat(allows(rules, "/b")).isTrue();
    assertThat(allows(rules, "/a")).isFalse();
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstLine() {
    assertThat(allows(parse("\uFEFFUser-agent: *;Disallow: /", "x"), "/")).isFalse();
  }

  @Test
  void whatCouldNotBeReadAllowsNothing() {
    assertThat(allows(RobotsRules.unreadable("HTTP status 503"), "/")).isFalse();
  }

  @Test
  void anotherOriginHasOtherRules() {
    Robots robots = new Robots(Map.of("http://h/", RobotsRules.unreadable("gone")));

    assertThat(robots.allows(HttpUrl.get("http://h:81/"))).isTrue();
    assertThat(robots.allows(HttpUrl.get("https://h/"))).isTrue();
  }
}
