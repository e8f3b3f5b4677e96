package lab.crawl.warc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static lab.crawl.warc.ReadArchive.block;
import static lab.crawl.warc.ReadArchive.headers;
import static lab.crawl.warc.ReadArchive.kinds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lab.crawl.Body;
import lab.crawl.Capture;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.FailureKind;
import lab.crawl.Robots;
import lab.crawl.RobotsRules;
import lab.crawl.Sha256;
import lab.crawl.SkipReason;
import lab.crawl.Visit;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcRevisit;

/** What an archive has in it, and that it is there as a whole or not at all. */
class WarcFileTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";
  private static final CrawlPlan PLAN = CrawlPlan.of("http://site.example/").build();

  @TempDir private Path folder;
  private Path warc;

  @BeforeEach
  void name() {
    warc = folder.resolve("site.warc.gz");
  }

  @Test
  void recordsComeInTheOrderOfUrls() throws IOException {
    page("/b", OK, "hello", "http://site.example/a", "http://site.example/c");
    page("/a", OK, "world");
    WarcFile.write(warc, PLAN, result(saved("/a"), saved("/b")), false);

    assertThat(kinds(warc)).containsExactly("warcinfo", "response /a", "request /a", "response /b", "request /b", "metadata /b");
    assertThat(block(warc, 1)).isEqualTo(OK + "world");
    assertThat(block(warc, 2)).isEqualTo("GET / HTTP/1.1\r\n\r\n");
    assertThat(block(warc, 5)).isEqualTo("outlink: http://site.example/a\r\noutlink: http://site.example/c\r\n");
    assertThat(block(warc, 0)).contains("robots: ignore\r\n", "seed: http://site.example/\r\n", "software: concurrency-lab/");
  }

  @Test
  void aRecordSaysWhatItHoldsAndWhereItIsFrom() throws IOException {
    page("/a", OK, "hello");
    WarcFile.write(warc, PLAN, result(saved("/a")), false);
    MessageHeaders response = headers(warc, 1);

    assertThat(response.sole("WARC-Payload-Digest")).contains("sha256:" + Sha256.hex("hello".getBytes(ISO_8859_1)));
    assertThat(response.sole("WARC-Block-Digest")).contains("sha256:" + Sha256.hex((OK + "hello").getBytes(ISO_8859_1)));
    assertThat(response.sole("WARC-IP-Address")).contains("127.0.0.1");
    assertThat(response.sole("WARC-Date")).contains("2026-11-26T10:00:00.125Z");
    assertThat(headers(warc, 2).sole("WARC-Concurrent-To")).isEqualTo(response.sole("WARC-Record-ID"));
  }

  /** Whichever came first. */
  @Test
  void ofEqualPayloadsTheFirstUrlHasIt() throws IOException {
    page("/c", "HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\n\r\n", "hello");
    page("/b", "HTTP/1.1 200 Fine\r\nContent-Length: 5\r\n\r\n", "hello", "http://site.example/a");
    page("/a", OK, "hello");
    WarcFile.write(warc, PLAN, result(saved("/a"), saved("/b"), failed("/c", 404)), false);

    assertThat(kinds(warc)).containsExactly(
        "warcinfo", "response /a", "request /a", "revisit /b", "request /b", "metadata /b", "revisit /c", "request /c");
    MessageHeaders revisit = headers(warc, 3);
    assertThat(block(warc, 3)).isEqualTo("HTTP/1.1 200 Fine\r\nContent-Length: 5\r\n\r\n");
    assertThat(revisit.sole("WARC-Profile")).contains(WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1.toString());
    assertThat(revisit.sole("WARC-Refers-To")).isEqualTo(headers(warc, 1).sole("WARC-Record-ID"));
    assertThat(revisit.sole("WARC-Refers-To-Target-URI")).contains("http://site.example/a");
    assertThat(revisit.sole("WARC-Payload-Digest")).isEqualTo(headers(warc, 1).sole("WARC-Payload-Digest"));
    assertThat(headers(warc, 4).sole("WARC-Concurrent-To")).isEqualTo(revisit.sole("WARC-Record-ID"));
  }

  @Test
  void whatHasNotChangedRefersToTheArchiveBefore() throws IOException {
    String head = "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n";
    page("/a", capture(head, "", Capture.Ending.WHOLE).confirming(Optional.of(Instant.parse("2026-11-01T00:00:00.5Z"))), "http://site.example/b");
    page("/b", OK, "hello");
    WarcFile.write(warc, PLAN, result(saved("/a"), saved("/b")), false);

    assertThat(kinds(warc)).containsExactly("warcinfo", "revisit /a", "request /a", "metadata /a", "response /b", "request /b");
    MessageHeaders revisit = headers(warc, 1);
    assertThat(block(warc, 1)).isEqualTo(head);
    assertThat(revisit.sole("WARC-Profile")).contains(WarcRevisit.SERVER_NOT_MODIFIED_1_1.toString());
    assertThat(revisit.sole("WARC-Refers-To-Target-URI")).contains("http://site.example/a");
    assertThat(revisit.sole("WARC-Refers-To-Date")).contains("2026-11-01T00:00:00.500Z");
    assertThat(headers(warc, 2).sole("WARC-Concurrent-To")).isEqualTo(revisit.sole("WARC-Record-ID"));
  }

  @Test
  void noPayloadIsNoEqualPayload() throws IOException {
    page("/a", "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n", "");
    page("/b", "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n", "");
    WarcFile.write(warc, PLAN, result(redirected("/a"), redirected("/b")), false);

    assertThat(kinds(warc)).containsExactly("warcinfo", "response /a", "request /a", "response /b", "request /b");
  }

  @Test
  void onlyACompleteReplyIsAnExchange() throws IOException {
    page("/a", OK, "hello");
    page("/tried-and-then-lost", "HTTP/1.1 503 Busy\r\nContent-Length: 5\r\n\r\n", "later");
    Visit lost = new Visit.Failed(url("/tried-and-then-lost"), FailureKind.CONNECTION_LOST, 0, "lost");
    Visit skipped = new Visit.Skipped(url("/skipped"), SkipReason.EXCLUDED);
    WarcFile.write(warc, PLAN, result(saved("/a"), lost, skipped), false);

    assertThat(kinds(warc)).containsExactly("warcinfo", "response /a", "request /a");
  }

  @Test
  void aBodyThatIsLeftOutIsSaidToBe() throws IOException {
    page("/a", capture("HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\n\r\n", "", Capture.Ending.TOO_LONG));
    page("/b", capture("HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\n\r\n", "", Capture.Ending.BROKEN));
    WarcFile.write(warc, PLAN, result(failed("/a", 404), failed("/b", 404)), false);

    assertThat(headers(warc, 1).sole("WARC-Truncated")).contains("length");
    assertThat(headers(warc, 3).sole("WARC-Truncated")).contains("unspecified");
    assertThat(headers(warc, 1).sole("WARC-Payload-Digest")).isEmpty();
  }

  @Test
  void aRetryReplacesWhatWasBefore() throws IOException {
    page("/a", "HTTP/1.1 503 Busy\r\nContent-Length: 5\r\n\r\n", "later", "http://site.example/x");
    page("/a", OK, "hello");
    WarcFile.write(warc, PLAN, result(saved("/a")), false);

    assertThat(kinds(warc)).containsExactly("warcinfo", "response /a", "request /a");
    assertThat(block(warc, 1)).endsWith("hello");
  }

  @Test
  void itIsPackedUnlessItsNameSaysOtherwise() throws IOException {
    page("/a", OK, "hello");
    WarcFile.write(warc, PLAN, result(saved("/a")), false);
    assertThat(Files.readAllBytes(warc)).startsWith(0x1f, 0x8b);

    warc = folder.resolve("site.warc");
    page("/a", OK, "hello");
    WarcFile.write(warc, PLAN, result(saved("/a")), false);
    assertThat(Files.readString(warc, ISO_8859_1)).startsWith("WARC/1.1\r\n");
    assertThat(kinds(warc)).containsExactly("warcinfo", "response /a", "request /a");
  }

  @Test
  void nothingElseIsLeft() throws IOException {
    page("/a", OK, "hello");
    page("/never-recorded", OK, "hello");
    Files.writeString(new PageRecords(warc).folder().resolve("0123~part"), "half a page");
    WarcFile.write(warc, PLAN, result(saved("/a")), false);

    assertThat(files()).containsExactly("site.warc.gz");
  }

  @Test
  void whatWasKilledInTheMiddleIsDoneAgain() throws IOException {
    page("/a", OK, "hello");
    Files.writeString(folder.resolve("site.warc.gz.part"), "half an archive");
    Files.createDirectory(folder.resolve("site.warc.gz.pages~done"));
    WarcFile.write(warc, PLAN, result(saved("/a")), false);

    assertThat(kinds(warc)).containsExactly("warcinfo", "response /a", "request /a");
    assertThat(files()).containsExactly("site.warc.gz");
  }

  /** As a crawl finds it that was killed after its last page and goes on. */
  @Test
  void whatIsDoneStays() throws IOException {
    page("/a", OK, "hello");
    WarcFile.write(warc, PLAN, result(saved("/a")), false);
    byte[] before = Files.readAllBytes(warc);
    WarcFile.write(warc, PLAN, result(saved("/a")), false);

    assertThat(Files.readAllBytes(warc)).isEqualTo(before);
  }

  @Test
  void aMissingPageIsALineThatNamesTheArchiveAndWhatIsThereStays() {
    page("/a", OK, "hello");

    assertThatThrownBy(() -> WarcFile.write(warc, PLAN, result(saved("/a"), saved("/b")), false))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write " + warc + ": ").hasMessageContaining("http://site.example/b");
    assertThat(new PageRecords(warc).file("http://site.example/a")).exists();
  }

  /** It was asked for, though nobody visits it. */
  @Test
  void robotsTxtComesFirstAndOnce() throws IOException {
    page("/a", OK, "hello");
    page("/robots.txt", OK, "allow");
    Robots robots = new Robots(Map.of("http://site.example/", RobotsRules.ALLOW_ALL));
    CrawlPlan plan = CrawlPlan.of("http://site.example/").robots(robots).build();
    WarcFile.write(warc, plan, result(saved("/a"), saved("/robots.txt")), false);

    assertThat(kinds(warc)).containsExactly("warcinfo", "response /robots.txt", "request /robots.txt", "response /a", "request /a");
    assertThat(block(warc, 0)).contains("robots: obey\r\n");
    byte[] before = Files.readAllBytes(warc);
    page("/robots.txt", OK, "again");
    WarcFile.write(warc, plan, result(saved("/a")), false);
    assertThat(Files.readAllBytes(warc)).as("what is done stays, though robots.txt was asked for again").isEqualTo(before);
  }

  /** The journal of a crawl that was interrupted knows of this page, and nobody asks for it again. */
  @Test
  void whatMayGoOnKeepsItsPagesUntilItIsComplete() throws IOException {
    page("/a", OK, "hello");
    WarcFile.write(warc, PLAN, new CrawlResult(List.of(saved("/a")), false, false), true);
    assertThat(kinds(warc)).containsExactly("warcinfo", "response /a", "request /a");

    page("/b", OK, "world");
    WarcFile.write(warc, PLAN, result(saved("/a"), saved("/b")), true);
    assertThat(kinds(warc)).containsExactly("warcinfo", "response /a", "request /a", "response /b", "request /b");
    assertThat(files()).containsExactly("site.warc.gz");
  }

  /** The pages of a crawl that never ended are archives themselves. */
  @Test
  void aPagesFileCanBeReadByItself() throws IOException {
    page("/a", OK, "hello");
    warc = new PageRecords(warc).file("http://site.example/a");

    assertThat(kinds(warc)).containsExactly("response /a", "request /a");
  }

  @Test
  void anInterruptCutsNoPageShort() throws IOException {
    Thread.currentThread().interrupt();
    page("/a", OK, "hello", "http://site.example/b");
    assertThat(Thread.interrupted()).isTrue();
    WarcFile.write(warc, PLAN, result(saved("/a")), false);

    assertThat(kinds(warc)).containsExactly("warcinfo", "response /a", "request /a", "metadata /a");
  }

  private void page(String path, String head, String body, String... outlinks) {
    page(path, capture(head, body, Capture.Ending.WHOLE), outlinks);
  }

  private void page(String path, Capture capture, String... outlinks) {
    new PageRecords(warc).write(url(path), capture, List.of(outlinks));
  }

  private static Capture capture(String head, String body, Capture.Ending ending) {
    Body sent = Body.of(body.getBytes(ISO_8859_1));
    return new Capture(Instant.parse("2026-11-26T10:00:00.125Z"), Optional.of(InetAddress.ofLiteral("127.0.0.1")),
        "GET / HTTP/1.1\r\n\r\n".getBytes(ISO_8859_1), head.getBytes(ISO_8859_1), sent, sent, ending, Optional.empty());
  }

  private static CrawlResult result(Visit... visits) {
    return new CrawlResult(Arrays.asList(visits), true, false);
  }

  private static Visit saved(String path) {
    return new Visit.Saved(url(path), 200, 5, Sha256.hex("hello".getBytes(ISO_8859_1)), "-", "text/plain");
  }

  private static Visit redirected(String path) {
    return new Visit.Redirected(url(path), 302, url("/target"));
  }

  private static Visit failed(String path, int status) {
    return new Visit.Failed(url(path), FailureKind.HTTP_STATUS, status, "HTTP status " + status);
  }

  private static HttpUrl url(String path) {
    return HttpUrl.get("http://site.example" + path);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
