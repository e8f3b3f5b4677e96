package lab.crawl.kept;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.crawl.Body;
import lab.crawl.Capture;
import lab.crawl.CrawlPlan;
import lab.crawl.FetchResult;
import lab.crawl.Spool;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept of a reply, what is asked with it, and what a 304 makes of it. */
class KeptRepliesTest {
  private static final HttpUrl PAGE = HttpUrl.get("http://site.example/a");
  private static final String TAG = "\"1\"";

  @TempDir Path folder;
  private final Spool spool = new Spool(Optional.empty());
  private KeptReplies replies;

  @BeforeEach
  void open() {
    replies = KeptReplies.of(CrawlPlan.of(PAGE).build().work().keepingRepliesIn(folder)).orElseThrow();
  }

  @AfterEach
  void close() {
    spool.close();
  }

  private static FetchResult.Reply reply(String body, String... headers) {
    return new FetchResult.Reply(200, headers(headers), Body.of(body.getBytes(UTF_8)));
  }

  private static Headers headers(String... namesAndValues) {
    return KeptHeaders.of(List.of(namesAndValues));
  }

  private Headers conditions(String... headers) {
    replies.keep(PAGE, reply("hello", headers));
    return replies.find(PAGE).map(KeptReply::conditions).orElse(Headers.EMPTY);
  }

  static Stream<Arguments> validators() {
    String nine = "Tue, 03 Nov 2026 09:00:00 GMT";
    return Stream.of(
        row(List.of("ETag", TAG), List.of("If-None-Match", TAG)),
        row(List.of("etag", "W/\"a,b\""), List.of("If-None-Match", "W/\"a,b\"")),
        row(List.of("Last-Modified", nine), List.of("If-Modified-Since", nine)),
        row(List.of("Last-Modified", nine, "ETag", TAG), List.of("If-None-Match", TAG, "If-Modified-Since", nine)),
        row(List.of("Last-Modified", nine, "Date", "Tue, 03 Nov 2026 09:00:01 GMT"), List.of("If-Modified-Since", nine)),
        // It may change once more within that second.
        row(List.of("Last-Modified", nine, "Date", nine), List.of()),
        row(List.of("Last-Modified", nine, "Date", nine, "ETag", TAG), List.of("If-None-Match", TAG)),
        // It would mean: any version.
        row(List.of("ETag", "*"), List.of()),
        row(List.of("ETag", "unquoted"), List.of()),
        row(List.of("ETag", "\"ä\""), List.of()),
        row(List.of("ETag", "\"" + "x".repeat(9_000) + "\""), List.of()),
        row(List.of("Last-Modified", "yesterday"), List.of()),
        row(List.of("Content-Type", "text/html"), List.of()));
  }

  private static Arguments row(List<String> headers, List<String> conditions) {
    return Arguments.of(headers, conditions);
  }

  @ParameterizedTest
  @MethodSource("validators")
  void whatIsAskedIsWhatTheReplyCameWith(List<String> headers, List<String> conditions) {
    assertThat(conditions(headers.toArray(String[]::new))).isEqualTo(headers(conditions.toArray(String[]::new)));
  }

  private FetchResult confirmed(String... headers) {
    return replies.find(PAGE).orElseThrow().confirmed(headers(headers), Optional.empty(), spool);
  }

  @Test
  void a304IsTheReplyThatIsKeptWithWhatItSaysAnew() throws IOException {
    replies.keep(PAGE, reply("hello", "ETag", TAG, "Content-Type", "text/css; charset=ü", "Link", "</b>", "Set-Cookie", "secret"));
    FetchResult first = confirmed("ETag", "W/\"1\"", "link", "</c>", "Content-Type", "text/plain", "Date", "Tue, 03 Nov 2026 09:00:00 GMT");

    assertThat(first).isInstanceOfSatisfying(FetchResult.Reply.class, reply -> {
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.body().head(100)).asString(UTF_8).isEqualTo("hello");
      assertThat(reply.headers().toMultimap()).containsOnlyKeys("etag", "content-type", "link");
      assertThat(reply.header("Content-Type")).contains("text/css; charset=ü");
      assertThat(reply.header("Link")).contains("</c>");
      assertThat(reply.isKept()).isTrue();
    });
    assertThat(replies.find(PAGE).orElseThrow().headers().get("Link")).as("also for the next one").isEqualTo("</c>");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1).allSatisfy(file -> assertThat(file).content().doesNotContain("secret").endsWith("\nhello"));
    }
  }

  @Test
  void a304ForAnotherVersionIsNone() {
    replies.keep(PAGE, reply("hello", "ETag", TAG));

    assertThat(confirmed("ETag", "\"2\"")).isInstanceOf(FetchResult.Failure.class);
    assertThat(replies.find(PAGE)).isEmpty();
  }

  @Test
  void whatWasChangedOnDiskIsAskedForAnew() throws IOException {
    replies.keep(PAGE, reply("hello", "ETag", TAG));
    try (Stream<Path> files = Files.list(folder)) {
      Path file = files.findFirst().orElseThrow();
      Files.writeString(file, Files.readString(file) + "!");
    }

    assertThat(confirmed("ETag", TAG)).isInstanceOf(FetchResult.Failure.class);
    assertThat(replies.find(PAGE)).isEmpty();
  }

  @Test
  void whatIsNoneOfThisProgramsIsAskedForAnew() throws IOException {
    replies.keep(PAGE, reply("hello", "ETag", TAG));
    try (Stream<Path> files = Files.list(folder)) {
      Files.writeString(files.findFirst().orElseThrow(), "{}\nhello");
    }

    assertThat(replies.find(PAGE)).isEmpty();
  }

  /** Else its record would refer to none. */
  @Test
  void forAnArchiveOnlyWhatIsInOneIsKnown() {
    Instant begun = Instant.parse("2026-11-26T10:00:00.125Z");
    Capture capture = new Capture(begun, Optional.empty(), new byte[0], new byte[0], Body.EMPTY, Body.EMPTY, Capture.Ending.WHOLE, Optional.empty());
    KeptReplies archiving = KeptReplies.of(CrawlPlan.of(PAGE).build().keepingRepliesIn(folder).archivedIn(folder).work()).orElseThrow();
    replies.keep(PAGE, reply("hello", "ETag", TAG));

    assertThat(replies.find(PAGE)).isPresent();
    assertThat(archiving.find(PAGE)).isEmpty();

    archiving.keep(PAGE, new FetchResult.Reply(200, Headers.of("ETag", TAG), Body.EMPTY, Optional.of(capture), false));
    assertThat(archiving.find(PAGE).flatMap(KeptReply::archived)).contains(begun);
  }
}
