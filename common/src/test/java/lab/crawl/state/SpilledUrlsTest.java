package lab.crawl.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import lab.crawl.WaitingUrls.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpilledUrlsTest {
  @TempDir Path folder;

  @Test
  void isAQueueWhateverTheOrderOfCalls() {
    Queue<Waiting> model = new ArrayDeque<>();
    Random random = new Random(7);
    try (SpilledUrls urls = new SpilledUrls(folder.resolve("queue"))) {
      for (int call = 0; call < 50_000; call++) {
        if (random.nextInt(5) < 3 == call < 25_000) {
          Waiting url = new Waiting("http://site.test/ä/" + "x".repeat(random.nextInt(200)) + call, random.nextInt(9));
          urls.add(url);
          model.add(url);
        } else {
          assertThat(urls.poll()).isEqualTo(Optional.ofNullable(model.poll()));
        }
        assertThat(urls.size()).isEqualTo(model.size());
      }
    }
    assertThat(folder).isEmptyDirectory();
  }
}
