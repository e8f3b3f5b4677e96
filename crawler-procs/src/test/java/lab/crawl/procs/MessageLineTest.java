package lab.crawl.procs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.crawl.CrawlPlan;
import lab.crawl.FailureKind;
import lab.crawl.FetchSettings;
import lab.crawl.Politeness;
import lab.crawl.RequestSettings;
import lab.crawl.Scope;
import lab.crawl.SkipReason;
import lab.crawl.Span;
import lab.crawl.SpanKind;
import lab.crawl.Visit;
import lab.crawl.Visited;
import lab.crawl.WorkSettings;
import lab.crawl.measure.Anchor;
import okhttp3.Cookie;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageLineTest {
  private static final HttpUrl BASE = HttpUrl.get("http://example.org/a/");

  private static final RequestSettings REQUESTS = new RequestSettings(
      List.of(new RequestSettings.Header("X-Key", "a \"b\"")),
      List.of(
          new Cookie.Builder().name("a").value("1").domain("example.org").path("/b").secure().build(),
          new Cookie.Builder().name("c").value("").hostOnlyDomain("127.0.0.1").path("/").expiresAt(4_000_000_000_000L).build()),
      true, Optional.of(new RequestSettings.Proxy("::1", 3128)), List.of(new RequestSettings.Login("example.org", "ü", "p:w")), 1_000_000);

  static Stream<Message> messages() {
    String sha = "0123456789abcdef".repeat(4);
    return Stream.of(
        new Message.Plan(
            1, List.of(BASE, HttpUrl.get("https://other.example/")),
            Scope.Requisites.ANY, Politeness.USUAL.asking("https://other.example/", Duration.ofSeconds(7)),
            new FetchSettings(Duration.ofSeconds(30), 1L << 40, "lab/1.0 \"quoted\" \\ ", REQUESTS),
            new WorkSettings(20, true, Optional.of(Path.of("a folder/ü")), Optional.of(Path.of("ö.warc.gz")), Optional.of(Path.of("r")), true)),
        new Message.Plan(1, List.of(BASE), Scope.Requisites.SAME, Politeness.NONE, FetchSettings.DEFAULT, WorkSettings.DEFAULT),
        new Message.VisitPage(BASE, false),
        new Message.Ready(4711),
        new Message.PageVisited(new Visited(new Visit.Saved(BASE, 200, Long.MAX_VALUE, sha, "-"), List.of()), List.of()),
        new Message.PageVisited(new Visited(new Visit.Saved(BASE, 204, 0, sha, sha), List.of(BASE.toString(), "http://example.org/b")), List.of()),
        new Message.PageVisited(new Visited(new Visit.Redirected(BASE, 301, HttpUrl.get("https://other.org/")), List.of()), List.of()),
        new Message.PageVisited(new Visited(new Visit.Skipped(BASE, SkipReason.TOO_DEEP), List.of()), List.of()),
        new Message.PageVisited(new Visited(new Visit.Failed(BASE, FailureKind.HTTP_STATUS, 404, "HTTP status 404"), List.of()), List.of()),
        new Message.PageVisited(
            new Visited(new Visit.Failed(BASE, FailureKind.CONNECTION_LOST, 0, "tab\t, line\nfeed\r\u2028, \u0000, \"ü😀\""), List.of()), List.of()),
        new Message.PageVisited(
            new Visited(new Visit.Failed(BASE, FailureKind.HTTP_STATUS, 503, "busy"), List.of(), Optional.of(Duration.ofSeconds(7))), List.of()),
        new Message.CannotWrite("cannot write x: java.nio.file.FileSystemException: x: no space"),
        new Message.Bug("java.lang.Error: oh\n\tat some.Where(Where.java:1)\n"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyMessageIsOneLineAndComesBackEqual(Message message) {
    String line = MessageLine.of(message);
    assertThat(line).doesNotContain("\n", "\r");
    assertThat(MessageLine.message(line, Message.class)).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x y", "%", "%2", "%zz", "%41", "ä", "😀", "a'b", "[x]", "?a=b c&d='\"<>", "?ü=%FC", "a;b=c", "a\\b", "..%2f..%2fx",
        "x|y^z`{}", "?", "??", "?#", "//user:p%40ss@example.org/", "http://[::1]:8080/", "http://bücher.example/", "%00", "a+b",
        "\ud800"
      })
  void everyUrlComesBackEqual(String reference) {
    Message message = new Message.VisitPage(BASE.resolve(reference), true);
    assertThat(MessageLine.message(MessageLine.of(message), Message.class)).isEqualTo(message);
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void failureKindsGoByTheNamesOfTheManifest(FailureKind kind) {
    Message message = new Message.PageVisited(new Visited(new Visit.Failed(BASE, kind, 0, "why"), List.of()), List.of());
    assertThat(MessageLine.of(message)).contains("\"kind\":\"" + kind.label() + "\"");
    assertThat(MessageLine.message(MessageLine.of(message), Message.class)).isEqualTo(message);
  }

  @ParameterizedTest
  @EnumSource(SpanKind.class)
  void stepsGoByTheLabelsOfTheirKinds(SpanKind kind) {
    Visit visit = new Visit.Redirected(BASE, 301, BASE);
    List<Message.Step> steps = List.of(new Message.Step(kind, 1_700_000_000_000_000L, 1_700_000_000_000_001L, 900));
    Message message = new Message.PageVisited(new Visited(visit, List.of()), steps);
    assertThat(MessageLine.of(message)).contains("\"kind\":\"" + kind.label() + "\"");
    assertThat(MessageLine.message(MessageLine.of(message), Message.class)).isEqualTo(message);
  }

  /** The worker's nanosecond 5,000 and the parent's 1,000,000 were the same moment: 70 µs after 1970. */
  @Test
  void aStepCrossesFromTheWorkersClockToTheParents() {
    Span inWorker = new Span(SpanKind.PARSE, Optional.of(BASE), 4_000, 9_999, 3_000);
    Message.Step step = Message.Step.of(inWorker, new Anchor(70, 5_000));
    assertThat(step).isEqualTo(new Message.Step(SpanKind.PARSE, 69, 74, 3_000));
    assertThat(step.toSpan(BASE, new Anchor(70, 1_000_000)))
        .isEqualTo(new Span(SpanKind.PARSE, Optional.of(BASE), 999_000, 1_004_000, 3_000));
  }

  @Test
  void writesWhatTheProtocolSays() {
    Visit visit = new Visit.Failed(BASE, FailureKind.TIMEOUT, 0, "too slow");
    Message.Step step = new Message.Step(SpanKind.CHECKSUM, 5, 7, 1_500);
    assertThat(MessageLine.of(new Message.PageVisited(new Visited(visit, List.of(BASE.toString())), List.of(step))))
        .isEqualTo("{\"type\":\"visited\",\"visit\":{\"outcome\":\"failed\",\"url\":\"http://example.org/a/\","
            + "\"kind\":\"timeout\",\"status\":0,\"detail\":\"too slow\"},\"outlinks\":[\"http://example.org/a/\"],"
            + "\"retryAfterMillis\":-1,\"steps\":[{\"kind\":\"checksum\",\"begin\":5,\"end\":7,\"cpuNanos\":1500}]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "hello", "{}", "[]", "null", "{\"type\":\"unknown\"}", "{\"type\":\"ready\"}", "{\"type\":\"ready\",\"pid\":1} x",
        "{\"type\":\"bug\",\"stackTrace\":null}", "{\"type\":\"visit\",\"url\":\"http://example.org/\",\"timed\":true}",
        "{\"type\":\"visited\",\"visit\":{\"outcome\":\"saved\",\"url\":\"mailto:me\"},\"outlinks\":[],\"retryAfterMillis\":-1,\"steps\":[]}"
      })
  void whatIsNoMessageOfAWorkerIsQuoted(String line) {
    assertThatThrownBy(() -> MessageLine.message(line, Message.FromWorker.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a message")
        .hasMessageContaining(line);
  }

  @Test
  void ofALongLineOnlyTheBeginningIsQuoted() {
    assertThatThrownBy(() -> MessageLine.message("z".repeat(100_000), Message.FromWorker.class))
        .message()
        .contains("zzzzz")
        .hasSizeLessThan(1_000);
  }

  @Test
  void aPlanTellsAWorkerWhatItNeeds() {
    CrawlPlan plan =
        CrawlPlan.of(List.of(BASE, HttpUrl.get("http://b.example/"))).timeout(Duration.ofMillis(1_500)).maxBodyBytes(7).retries(1)
            .userAgent("me").requests(REQUESTS).checksumRounds(3).interpreterLock(true).out(Path.of("mirror")).concurrency(1)
            .politeness(Politeness.USUAL).requisites(Scope.Requisites.ANY).build();
    CrawlPlan told = Message.Plan.of(plan).toCrawlPlan();
    assertThat(told.scope().requisites()).isEqualTo(plan.scope().requisites());
    assertThat(told.politeness()).isEqualTo(plan.politeness());
    assertThat(told.fetch()).isEqualTo(plan.fetch());
    assertThat(told.work()).isEqualTo(plan.work());
    assertThat(Message.Plan.of(plan).fetch().requests().bytesPerSecond()).isEqualTo(1_000_000);
    assertThat(told.scope().seeds()).isEqualTo(plan.scope().seeds());
  }
}
