package lab.crawl.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lab.crawl.Body;
import lab.crawl.CrawlPlan;
import lab.crawl.FailureKind;
import lab.crawl.FetchResult;
import lab.crawl.Lane;
import lab.crawl.Sha256;
import lab.crawl.Span;
import lab.crawl.Visit;
import lab.crawl.Visited;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageProcessorTest {
  private static final HttpUrl URL = HttpUrl.get("http://site.test/dir/page.html");
  private static final byte[] PAGE = "<a href=x><a href=http://other.test/y>".getBytes(UTF_8);
  private final CrawlPlan plan = CrawlPlan.of(URL).checksumRounds(2).build();

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204, 299})
  void savesEverySuccess(int status) {
    Visited visited = new PageProcessor(plan).process(URL, reply(status, "text/html", null));
    assertThat(visited.visit())
        .isEqualTo(new Visit.Saved(URL, status, PAGE.length, Sha256.hex(PAGE), Checksum.of(Body.of(PAGE), 2), "text/html"));
    assertThat(visited.outlinks()).containsExactly("http://site.test/dir/x");
  }

  @Test
  void savesButDoesNotParseOtherTypes() {
    Visited visited = new PageProcessor(plan).process(URL, reply(200, "text/plain", null));
    assertThat(visited.visit()).isInstanceOf(Visit.Saved.class);
    assertThat(visited.outlinks()).isEmpty();
  }

  @Test
  void leavesTheChecksumOutIfItIsOff() {
    CrawlPlan off = CrawlPlan.of(URL).checksumRounds(0).build();
    Visited visited = new PageProcessor(off).process(URL, reply(200, "text/html", null));
    assertThat(visited.visit()).isInstanceOfSatisfying(Visit.Saved.class, v -> assertThat(v.checksum()).isEqualTo("-"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 50})
  void givesTheSameWithTheInterpreterLock(int rounds) {
    CrawlPlan.Builder builder = CrawlPlan.of(URL).checksumRounds(rounds);
    Visited without = new PageProcessor(builder.build()).process(URL, reply(200, "text/html", null));
    Visited with = new PageProcessor(builder.interpreterLock(true).build()).process(URL, reply(200, "text/html", null));
    assertThat(with).isEqualTo(without);
  }

  @ParameterizedTest
  @CsvSource({"true, PARSE held, CHECKSUM held, STORE free", "false, PARSE free, CHECKSUM free, STORE free"})
  void holdsTheInterpreterLockToParseAndToComputeOnly(boolean wanted, String parse, String checksum, String store) {
    List<String> steps = new ArrayList<>();
    CrawlPlan locked = CrawlPlan.of(URL).interpreterLock(wanted).build();
    new PageProcessor(locked).process(URL, reply(200, "text/html", null), lane(span ->
        steps.add(span.kind() + (holdsTheLock() ? " held" : " free"))));
    assertThat(steps).containsExactly(parse, checksum, store);
  }

  @Test
  void releasesTheInterpreterLockIfAStageFails() {
    PageProcessor processor = new PageProcessor(CrawlPlan.of(URL).interpreterLock(true).build());
    Lane broken = lane(_ -> {
      throw new IllegalStateException("a bug planted by a test");
    });
    assertThatIllegalStateException().isThrownBy(() -> processor.process(URL, reply(200, "text/html", null), broken));
    assertThat(holdsTheLock()).isFalse();
  }

  /** The lock tells its holder so, and nobody else. */
  private static boolean holdsTheLock() {
    try {
      InterpreterLock.OF_PROCESS.acquire();
      InterpreterLock.OF_PROCESS.release();
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private static Lane lane(Consumer<Span> spans) {
    return new Lane() {
      @Override
      public Begun begin() {
        return (kind, url, _) -> {
          add(new Span(kind, Optional.of(url), 0, 0));
          return begin();
        };
      }

      @Override
      public void add(Span span) {
        spans.accept(span);
      }
    };
  }

  @ParameterizedTest
  @CsvSource({
    "301, /new,                    http://site.test/new,      true",
    "302, new#part,                http://site.test/dir/new,  true",
    "303, '',                      http://site.test/dir/page.html, true",
    "307, http://other.test/,      http://other.test/,        false",
    "308, https://site.test/,      https://site.test/,        false",
    "302, /caf\u00e9,             http://site.test/caf%E9,   true",
    "302, /caf\u00c3\u00a9,      http://site.test/caf%C3%A9, true",
    "302, /%7Eu/,                  http://site.test/~u/,      true",
    "302, 'http://si\tte.test/x', http://site.test/x,        true",
  })
  void aRedirectIsAVisitAndItsTargetAnOutlink(int status, String location, String target, boolean followed) {
    Visited visited = new PageProcessor(plan).process(URL, reply(status, "text/html", location));
    assertThat(visited.visit()).isEqualTo(new Visit.Redirected(URL, status, HttpUrl.get(target)));
    assertThat(visited.outlinks()).isEqualTo(followed ? List.of(target) : List.of());
  }

  @ParameterizedTest
  @CsvSource(nullValues = "none", value = {
    "301, none", "302, mailto:a@b.test", "308, http://", "302, http://+\u00c3\u009f/", "302, 'java\tscript:x'",
    "300, /new", "304, /new", "305, /new", "404, none", "404, /new", "500, none", "100, none", "199, none", "999, none",
  })
  void everyOtherStatusFails(int status, String location) {
    Visited visited = new PageProcessor(plan).process(URL, reply(status, "text/html", location));
    assertThat(visited)
        .isEqualTo(new Visited(
            new Visit.Failed(URL, FailureKind.HTTP_STATUS, status, "HTTP status " + status), List.of()));
  }

  @Test
  void aFailureIsPassedOn() {
    Visited visited = new PageProcessor(plan).process(URL, new FetchResult.Failure(FailureKind.TIMEOUT, "too slow"));
    assertThat(visited).isEqualTo(new Visited(new Visit.Failed(URL, FailureKind.TIMEOUT, 0, "too slow"), List.of()));
  }

  @Test
  void storesWhatItSavesAndNothingElse(@TempDir Path out) {
    PageProcessor processor = new PageProcessor(CrawlPlan.of(URL).out(out).build());
    processor.process(URL, reply(200, "text/plain", null));
    processor.process(URL.resolve("/moved.html"), reply(301, "text/html", "/x"));
    processor.process(URL.resolve("/missing.html"), reply(404, "text/html", null));
    assertThat(out.resolve("dir/page.html~.txt")).hasBinaryContent(PAGE);
    assertThat(out).isDirectoryNotContaining("glob:**.html").isDirectoryContaining("glob:**/dir");
  }

  private static FetchResult reply(int status, String contentType, String location) {
    return Replies.reply(status, PAGE, "Content-Type", contentType, "Location", location);
  }
}
