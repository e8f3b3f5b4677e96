package lab.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolitenessTest {

  @ParameterizedTest
  @CsvSource({
    "http://localhost:80/,         true",
    "http://LOCALHOST/,            true",
    "http://a.localhost/,          true",
    "http://127.0.0.1:8089/x,      true",
    "http://[::1]/,                true",
    "http://127.0.0.1.evil.test/,  false",
    "http://127.evil.test/,        false",
    "http://localhost.test/,       false",
    "http://192.168.0.1/,          false",
    "http://site.test/?localhost,  false",
  })
  void onlyHostsOfThisMachineNeedNoDelay(String url, boolean isLoopback) {
    assertThat(Politeness.isLoopback(HttpUrl.get(url))).isEqualTo(isLoopback);
    assertThat(Politeness.USUAL.delays(HttpUrl.get(url))).isEqualTo(!isLoopback);
  }

  @Test
  void aHostMayAskForMoreButNotForLess() {
    Politeness polite = Politeness.USUAL.asking("http://a.test/", Duration.ofSeconds(5)).asking("http://b.test/", Duration.ofMillis(5))
        .asking("http://127.0.0.1:81/", Duration.ofMillis(7));
    assertThat(polite.delay("http://a.test/")).hasSeconds(5);
    assertThat(polite.delay("http://b.test/")).hasSeconds(1);
    assertThat(polite.delay("http://127.0.0.1:81/")).hasMillis(7);
    assertThat(polite.delay("http://127.0.0.1:82/")).isZero();
  }

  @Test
  void noDelayIsNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> Politeness.of(Duration.ofMillis(-1)))
        .withMessage("politeness delay is -1 ms but must be 0 ms to 24 days");
  }
}
