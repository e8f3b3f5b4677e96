package lab.compare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.crawl.measure.RunRecord;
import org.junit.jupiter.api.Test;

class VerificationTest {
  private static final String HEADER = "url\toutcome\tstatus\tbytes\tsha256\tchecksum\n";
  private static final String A = "http://h/a\tsaved\t200\t1\tabc\tdef\n";
  private static final String B = "http://h/b\tsaved\t200\t2\tabc\tdef\n";

  private final Verification verification = new Verification();

  @Test
  void equalManifestsAreCounted() {
    verification.check("sync", HEADER + A + B);
    verification.check("threads", HEADER + A + B);

    assertThat(verification.allEqual()).isTrue();
    assertThat(verification.crawls()).isEqualTo(2);
    assertThat(verification.urls()).isEqualTo(2);
  }

  @Test
  void aDroppedPageIsNamed() {
    verification.check("sync", HEADER + A + B);
    verification.check("mine", HEADER + A);

    assertThat(verification.allEqual()).isFalse();
    assertThat(verification.differences()).singleElement().asString()
        .contains("mine differs from sync", "http://h/b: saved 200 2 abc def there, absent here")
        .doesNotContain("http://h/a");
  }

  @Test
  void anotherBodyIsNamed() {
    verification.check("sync", HEADER + A);
    verification.check("mine", HEADER + A.replace("abc", "xyz"));

    assertThat(verification.differences()).singleElement().asString()
        .contains("http://h/a: saved 200 1 abc def there, saved 200 1 xyz def here");
  }

  @Test
  void theWordsSayHowManyCrawlsAndUrlsAndRequests() {
    List<RunRecord> runs = List.of(Runs.cold("sync", 1, 2_000).pages(2).record(), Runs.warm("sync", 1, 1_000).pages(2).record());
    runs.forEach(run -> verification.check(Results.nameOf(run), HEADER + A + B));

    assertThat(verification.lines(runs)).containsExactly(
        "Checked: 2 crawls, one site digest: digest",
        "         2 URLs verified in each: same outcome, status, length, SHA-256 and checksum.",
        "         The server counted 2 requests in each.");
  }

  @Test
  void differentNumbersOfRequestsAreNoError() {
    List<RunRecord> runs = List.of(Runs.cold("sync", 1, 2_000).pages(2).record(), Runs.warm("sync", 1, 1_000).pages(3).record());
    runs.forEach(run -> verification.check(Results.nameOf(run), HEADER + A + B));

    assertThat(verification.lines(runs)).last().asString()
        .contains("The server counted different numbers of requests: ", "2", "3", "(retries?)");
  }

  @Test
  void aRealSiteCountsNothing() {
    List<RunRecord> runs = List.of(Runs.warm("sync", 1, 1_000).onARealSite().record());
    verification.check("sync", HEADER + A);

    assertThat(verification.lines(runs)).hasSize(2);
  }

  @Test
  void withoutACheckNothingIsClaimed() {
    assertThat(verification.lines(List.of(Runs.warm("sync", 1, 1_000).record())))
        .singleElement().asString().startsWith("NOT CHECKED: ");
  }

  @Test
  void aDifferenceIsTheOnlyThingSaid() {
    verification.check("sync", HEADER + A + B);
    verification.check("mine", HEADER + A);

    assertThat(verification.lines(List.of(Runs.warm("sync", 1, 1_000).record())))
        .startsWith("ERROR: the variants did not do the same work.")
        .noneMatch(line -> line.contains("Checked"));
  }
}
