package lab.crawl.stage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.crawl.Scope;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No page is too large for the heap: each is read by a JVM of its own with a small one. */
class HugePagesTest {
  private static final int SIZE = 8 << 20; // whose tree would be 400 MB

  /** What the page begins with and then repeats, the heap in MB, the body included, threads that read it at once, and its outlinks. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "~~         | <p a>        | 48  | 8 | 0",
    "~~         | <a href=y>   | 48  | 1 | 1",
    "~~         | <div>        | 48  | 1 | 0",
    "~~         | <svg>        | 48  | 1 | 0",
    "~~         | <!-- -->     | 48  | 1 | 0",
    "~~         | x<br>        | 48  | 1 | 0",
    "<table>    | x<tr>        | 48  | 1 | 0",
    "<p>        | <b>          | 48  | 1 | 0",
    "<a         | ~ b~         | 48  | 1 | 0",
    "<a href='  | y            | 48  | 1 | 0",
    "<style>a{b: | ~url(y) ~   | 48  | 1 | 1",
    "two million | links        | 512 | 1 | 2000000",
  })
  void fitsIntoASmallHeap(String begin, String repeated, int heapMegabytes, int threads, int outlinks)
      throws IOException, InterruptedException {
    Process reader = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC",
        "-cp", System.getProperty("java.class.path"), ReadsHugePage.class.getName(), begin, repeated, "" + threads, "" + outlinks)
        .redirectErrorStream(true)
        .start();
    try (InputStream said = reader.getInputStream()) {
      assertThat(new String(said.readAllBytes(), US_ASCII)).isEqualTo("read\n".repeat(threads));
    }
    assertThat(reader.waitFor()).isZero();
  }

  /** Reads one page in several threads at once. */
  static final class ReadsHugePage {
    private ReadsHugePage() {}

    /** What to begin with and to repeat, in how many threads, and how many outlinks there are. */
    public static void main(String[] args) throws InterruptedException {
      int expected = Integer.parseInt(args[3]);
      byte[] page = expected <= 1 ? page(args[0], args[1]) : pageOfLinks(expected);
      HttpUrl url = HttpUrl.get("http://site.test/");
      Outlinks outlinks = new Outlinks(Scope.of(url));
      List<Thread> threads = IntStream.range(0, Integer.parseInt(args[2])).mapToObj(_ -> Thread.ofPlatform().start(() -> {
        int found = outlinks.of(url, Replies.ok(page, "Content-Type", "text/html")).size();
        System.out.println(found == expected ? "read" : found + " outlinks");
      })).toList();
      for (Thread thread : threads) {
        thread.join();
      }
    }

    private static byte[] page(String begin, String repeated) {
      byte[] page = new byte[SIZE];
      for (int i = 0; i < SIZE; i++) {
        page[i] = (byte) (i < begin.length() ? begin.charAt(i) : repeated.charAt((i - begin.length()) % repeated.length()));
      }
      return page;
    }

    private static byte[] pageOfLinks(int count) {
      StringBuilder page = new StringBuilder();
      for (int i = 0; i < count; i++) {
        page.append("<a href=").append(i).append('>');
      }
      return page.toString().getBytes(US_ASCII);
    }
  }
}
