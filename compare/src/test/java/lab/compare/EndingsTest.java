package lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.crawl.async.AsyncMain;
import lab.crawl.procs.ProcsMain;
import lab.crawl.sync.SyncMain;
import lab.crawl.threads.ThreadsMain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever ends a crawl, what is done by then is written and said to be partial. */
class EndingsTest {
  @TempDir private Path folder;

  /** A file lies where the folder of all pages but the first must be: to the crawl the disk may as well be full. */
  @ParameterizedTest
  @ValueSource(classes = {SyncMain.class, ThreadsMain.class, AsyncMain.class, ProcsMain.class})
  void aPageThatCannotBeWrittenEndsTheCrawlButLosesNothing(Class<?> main) throws IOException {
    Path manifest = folder.resolve("manifest.tsv");
    Path out = Files.createDirectory(folder.resolve("mirror"));
    Files.writeString(out.resolve("page"), "in the way");

    CommandLineRun run = CommandLineRun.of(main, "--site", "flat:5", "--concurrency", "2", "--out", out.toString(),
        "--manifest", manifest.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().getFirst()).startsWith("PARTIAL: 1 page visited, 0 of them failed").contains("/page/");
    assertThat(run.err()).anyMatch(line -> line.startsWith("PARTIAL: their manifest is in " + manifest));
    assertThat(run.err().getLast()).startsWith("cannot write " + out.resolve("page"));
    assertThat(Files.readAllLines(manifest)).hasSize(2).last().asString().contains("saved\t200");
  }

  /** Without the watch the collector would run for ever, deaf to all signals. */
  @Test
  void aHeapThatIsFullEndsTheCrawlWithALineThatSaysWhatToRaise() throws IOException {
    Path manifest = folder.resolve("manifest.tsv");

    CommandLineRun run = CommandLineRun.withJvmOption("-Xmx40m", ThreadsMain.class, "--virtual", "--site", "synthetic:300000", "--latency",
        "0ms", "--checksum-rounds", "0", "--concurrency", "16", "--quiet", "--manifest", manifest.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().startsWith("the heap is full").contains("-DjvmArgs=-Xmx80m");
    assertThat(run.out()).anyMatch(line -> line.contains("PARTIAL"));
    assertThat(Files.readAllLines(manifest)).hasSizeGreaterThan(1_000);
  }

  /** What is made of the crawl when it is over needs more than the crawl did; the loop's thread must not keep the JVM alive then. */
  @Test
  void aHeapThatIsFullAfterTheCrawlIsOneLine() {
    CommandLineRun run = CommandLineRun.withJvmOption("-Xmx12m", AsyncMain.class, "--site", "flat:3000", "--latency", "0ms",
        "--checksum-rounds", "0", "--quiet");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).anyMatch(line -> line.startsWith("the heap is full") && line.contains("-DjvmArgs=-Xmx24m"));
  }

  /** 300,000 links are too many for so small a heap. */
  @Test
  void aPageThatFillsTheHeapIsToldAsWell() {
    CommandLineRun run = CommandLineRun.withJvmOption("-Xmx32m", SyncMain.class, "--site", "flat:300000", "--latency", "0ms", "--quiet");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).anyMatch(line -> line.startsWith("the heap is full") && line.contains("-DjvmArgs=-Xmx64m"));
  }
}
