package lab.crawl.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LaneOrderTest {

  @Test
  void numbersCountAsPeopleCountThem() {
    List<String> ordered = List.of(
        "crawler", "crawler-0", "crawler-2", "crawler-10", "crawler-loop", "fetch 1", "fetch 9", "fetch 10", "fetch 100",
        "loop lag", "main", "worker 4711", "worker 12345678901234567");
    List<String> names = new ArrayList<>(ordered);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(names, new Random(seed));
      names.sort(new LaneOrder());
      assertThat(names).isEqualTo(ordered);
    }
  }

  /** Else one of them would replace the other in a sorted map. */
  @Test
  void noTwoNamesAreTheSame() {
    assertThat(new LaneOrder().compare("lane 1", "lane 01")).isNotZero();
    assertThat(new LaneOrder().compare("lane 1", "lane 1")).isZero();
  }

  @Test
  void aNumberMayBeLongerThanALong() {
    assertThat(new LaneOrder().compare("9".repeat(40), "9".repeat(41))).isNotZero();
  }
}
