package lab.crawl.stage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import lab.crawl.Body;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksumTest {

  /** Each line by hand: {@code (printf '<the line before>' | xxd -r -p; printf abc) | sha256sum}. */
  @ParameterizedTest
  @CsvSource({
    "0, -",
    "1, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "2, 3043d048d0d28ecf94e6eb021f76e69b76a1ead7d7a0d1392696bb2c09c261f1",
    "3, abf3acfc2645afdac63a087ae070f82c5c6658a8ff4353a5749d396ad6ecb56c",
  })
  void isAChainOfDigestsOverTheBody(int rounds, String expected) {
    assertThat(Checksum.of(Body.of("abc".getBytes(US_ASCII)), rounds)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "2, 1", "50, 49"})
  void whoIsCalledBetweenTheLinksChangesNothing(int rounds, int calls) {
    AtomicInteger called = new AtomicInteger();
    Body body = Body.of("abc".getBytes(US_ASCII));
    assertThat(Checksum.of(body, rounds, called::incrementAndGet)).isEqualTo(Checksum.of(body, rounds));
    assertThat(called).hasValue(calls);
  }

  @Test
  void anEmptyBodyHasOneToo() {
    assertThat(Checksum.of(Body.EMPTY, 1)).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Checksum.of(Body.EMPTY, 2)).isEqualTo("5df6e0e2761359d30a8275058e299fcc0381534545f55cf43e41983f5d4c9456");
  }
}
