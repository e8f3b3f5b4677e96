package lab.crawl;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.crawl.CrawlPlan.Builder;
import lab.crawl.Scope;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrawlPlanTest {

  static Stream<Arguments> wrong() {
    return Stream.of(
        row(b -> b.concurrency(0), "concurrency is 0 but must be 1 to 10000"),
        row(b -> b.concurrency(10_001), "concurrency is 10001 but must be 1 to 10000"),
        row(b -> b.checksumRounds(-1), "checksum rounds is -1 but must be 0 or more"),
        row(b -> b.maxDepth(-1), "max depth is -1 but must be 0 or more"),
        row(b -> b.maxPages(0), "max pages is 0 but must be 1 or more"),
        row(b -> b.timeout(Duration.ZERO), "timeout is 0 ms but must be 1 ms to 24 days"),
        row(b -> b.timeout(Duration.ofSeconds(-1)), "timeout is -1000 ms but must be 1 ms to 24 days"),
        row(b -> b.timeout(Duration.ofNanos(1)), "timeout is 0 ms but must be 1 ms to 24 days"),
        row(b -> b.timeout(Duration.ofDays(25)), "timeout is 2160000000 ms but must be 1 ms to 24 days"),
        row(b -> b.timeout(Duration.ofSeconds(Long.MAX_VALUE)), "timeout is 9223372036854775807 ms but must be 1 ms to 24 days"),
        row(b -> b.maxBodyBytes(-1), "max body is -1 but must be 0 or more bytes"),
        row(b -> b.retries(-1), "retries is -1 but must be 0 or more"),
        row(b -> b.patience(Duration.ofMillis(-1)), "patience is -1 ms but must be 0 ms to 24 days"),
        row(b -> b.limits(new Limits(1, 1, 0, 1, 1)), "max path depth is 0 but must be 1 or more"),
        row(b -> b.limits(new Limits(1, 1, 1, 0, 1)), "max URL length is 0 but must be 1 or more"),
        row(b -> b.limits(new Limits(1, 1, 1, 1, 0)), "max repeats is 0 but must be 1 or more"),
        row(b -> b.userAgent(" "), "user agent is   but must be printable ASCII characters"),
        row(b -> b.userAgent("a\r\nX: y"), "user agent is a??X: y but must be printable ASCII characters"),
        row(b -> b.userAgent("é"), "user agent is é but must be printable ASCII characters"));
  }

  static Stream<Arguments> right() {
    return Stream.of(
        row(b -> b.concurrency(1), "1"),
        row(b -> b.concurrency(10_000), "10,000"),
        row(b -> b.checksumRounds(0), "off"),
        row(b -> b.maxDepth(0), "the seed alone"),
        row(b -> b.maxPages(1), "the seed alone"),
        row(b -> b.timeout(Duration.ofMillis(1)), "1 ms"),
        row(b -> b.timeout(Duration.ofDays(24)), "24 days"),
        row(b -> b.maxBodyBytes(0), "empty bodies"),
        row(b -> b.maxBodyBytes(1L << 40), "1 TiB"),
        row(b -> b.patience(Duration.ZERO), "no wait"),
        row(b -> b.retries(0), "none"),
        row(b -> b.userAgent("~ !"), "odd, but printable"));
  }

  private static Arguments row(UnaryOperator<Builder> change, String text) {
    return Arguments.of(change, text);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("wrong")
  void saysInOneLineWhatIsWrong(UnaryOperator<Builder> change, String message) {
    Builder builder = CrawlPlan.of("http://site.test/");
    assertThatIllegalArgumentException().isThrownBy(() -> change.apply(builder).build()).withMessage(message);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("right")
  void takesWhatIsAllowed(UnaryOperator<Builder> change, String ignored) {
    Builder builder = change.apply(CrawlPlan.of("http://site.test/"));
    assertThatNoException().isThrownBy(builder::build);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "site.test", "ftp://site.test/", "http://", "http://a b/", "mailto:a@b.test", "file:///etc"})
  void saysInOneLineWhatIsNoSeed(String seed) {
    assertThatIllegalArgumentException().isThrownBy(() -> CrawlPlan.of(seed)).satisfies(
        e -> assertThat(e.getMessage()).isNotBlank().hasLineCount(1));
  }

  @Test
  void normalisesTheSeed() {
    assertThat(CrawlPlan.of("HTTP://me:secret@Site.test:80/a/../b#c").build().seed()).hasToString("http://site.test/b");
  }

  @Test
  void keepsEachSeedOnceAndNormalised() {
    CrawlPlan plan = CrawlPlan.of(List.of(HttpUrl.get("http://a.test"), HttpUrl.get("http://b.test/#x"), HttpUrl.get("http://a.test:80/"))).build();
    assertThat(plan.scope().seeds()).hasToString("[http://a.test/, http://b.test/]");
    assertThat(plan.seed()).hasToString("http://a.test/");
  }

  @Test
  void whatRobotsTxtAsksForIsPolite() {
    RobotsRules rules = RobotsRules.parse("http://a.test/robots.txt", "User-agent: *\nCrawl-delay: 7\n".getBytes(US_ASCII), "text/plain", "lab");
    CrawlPlan plan = CrawlPlan.of("http://a.test/").build().withRobots(new Robots(Map.of("http://a.test/", rules)));
    assertThat(plan.politeness().delay("http://a.test/")).hasSeconds(7);
    assertThat(plan.politeness().delay("http://b.test/")).isZero();
  }

  @Test
  void wantsASeed() {
    assertThatIllegalArgumentException().isThrownBy(() -> CrawlPlan.of(List.of()).build())
        .withMessage("number of seeds is 0 but must be 1 or more");
  }

  @Test
  void hasDefaults() {
    CrawlPlan plan = CrawlPlan.of("http://site.test/").build();
    assertThat(plan.concurrency()).isEqualTo(8);
    assertThat(plan.limits()).isEqualTo(Limits.DEFAULT);
    assertThat(plan.limits().hasDepthLimit()).isFalse();
    assertThat(plan.limits().maxPages()).isEqualTo(Limits.UNLIMITED);
    assertThat(plan.retries()).isEqualTo(new RetryPolicy(2, Duration.ofSeconds(30)));
    assertThat(plan.fetch()).isEqualTo(new FetchSettings(Duration.ofSeconds(30), 32 << 20, "concurrency-lab/1.0", RequestSettings.NONE));
    assertThat(plan.work()).isEqualTo(new WorkSettings(40, false, Optional.empty(), Optional.empty(), Optional.empty(), false));
    assertThat(plan.scope().reach()).isEqualTo(Scope.Reach.ORIGIN);
    assertThat(plan.scope().filter()).isEqualTo(UrlFilter.NONE);
  }

  @Test
  void keepsWhatItIsGiven() {
    Pattern exclude = Pattern.compile("x");
    Pattern include = Pattern.compile("y");
    CrawlPlan plan = CrawlPlan.of("http://site.test/").reach(Scope.Reach.PREFIX).exclude(exclude).exclude(exclude).include(include).concurrency(2)
        .checksumRounds(3).interpreterLock(true).maxDepth(4).maxPages(5).timeout(Duration.ofSeconds(6)).maxBodyBytes(7).retries(8)
        .userAgent("nine").out(Path.of("ten")).build();
    assertThat(plan.scope().reach()).isEqualTo(Scope.Reach.PREFIX);
    assertThat(plan.scope().filter()).isEqualTo(new UrlFilter(List.of(include), List.of(exclude, exclude)));
    assertThat(plan.concurrency()).isEqualTo(2);
    assertThat(plan.limits().hasDepthLimit()).isTrue();
    assertThat(plan.limits()).extracting(Limits::maxDepth, Limits::maxPages).containsExactly(4, 5);
    assertThat(plan.retries()).isEqualTo(new RetryPolicy(8, RetryPolicy.DEFAULT.patience()));
    assertThat(plan.fetch()).isEqualTo(new FetchSettings(Duration.ofSeconds(6), 7, "nine", RequestSettings.NONE));
    assertThat(plan.work()).isEqualTo(new WorkSettings(3, true, Optional.of(Path.of("ten")), Optional.empty(), Optional.empty(), false));
  }
}
