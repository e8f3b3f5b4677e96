package lab.compare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerificationTest {
  private static final String HEADER = "url\toutcome\tstatus\tbytes\tsha256\tchecksum\n";
  private static final String A = "http://h/a\tsaved\t200\t1\tabc\tdef\n";
  private static final String B = "http://h/b\tsaved\t200\t2\tabc\tdef\n";

  private final Verification verification = new Verification();

  @Test
  void aDroppedPageIsNamedAndNothingElseIsSaid() {
    verification.check("sync", HEADER + A + B);
    verification.check("mine", HEADER + A);

    assertThat(verification.allEqual()).isFalse();
    assertThat(sentences(Runs.warm("sync", 1, 1_000))).containsExactly(
        Sentence.of("checked.error"),
        Sentence.ofWords("mine differs from sync:\n    http://h/b: saved 200 2 abc def there, absent here"));
  }

  @Test
  void anotherBodyIsNamed() {
    verification.check("sync", HEADER + A);
    verification.check("mine", HEADER + A.replace("abc", "xyz"));

    assertThat(sentences(Runs.warm("sync", 1, 1_000))).last().isEqualTo(
        Sentence.ofWords("mine differs from sync:\n    http://h/a: saved 200 1 abc def there, saved 200 1 xyz def here"));
  }

  @Test
  void itSaysHowManyCrawlsAndUrlsAndRequests() {
    assertThat(checked(Runs.cold("sync", 1, 2_000).pages(2), Runs.warm("sync", 1, 1_000).pages(2))).containsExactly(
        Sentence.of("checked.digest", 2, "digest"), Sentence.of("checked.urls", 2), Sentence.of("checked.requests", 2));
    assertThat(verification.allEqual()).isTrue();
  }

  @Test
  void differentNumbersOfRequestsAreNoError() {
    assertThat(checked(Runs.cold("sync", 1, 2_000).pages(2), Runs.warm("sync", 1, 1_000).pages(3))).last()
        .isEqualTo(Sentence.of("checked.retries", "[2, 3]"));
  }

  @Test
  void aRealSiteCountsNothing() {
    assertThat(checked(Runs.warm("sync", 1, 1_000).onARealSite())).extracting(Sentence::key).containsExactly("checked.digest", "checked.urls");
  }

  @Test
  void withoutACheckNothingIsClaimed() {
    assertThat(sentences(Runs.warm("sync", 1, 1_000))).containsExactly(Sentence.of("checked.capped"));
  }

  private List<Sentence> checked(Runs.Run... runs) {
    Stream.of(runs).forEach(run -> verification.check(Results.nameOf(run.record()), HEADER + A + B));
    return sentences(runs);
  }

  private List<Sentence> sentences(Runs.Run... runs) {
    return verification.sentences(Stream.of(runs).map(Runs.Run::record).toList());
  }
}
