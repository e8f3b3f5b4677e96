package lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

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
}
