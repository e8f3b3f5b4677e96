package lab.crawl.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HeapLeftTest {
  private static final int LARGE = 40_000_000;

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatIsKeptIsLeftAndWhatIsDroppedIsNot() {
    byte[] kept = new byte[LARGE];
    System.gc();
    long with = HeapLeft.bytes(ProcessHandle.current()).orElseThrow();
    Reference.reachabilityFence(kept);
    kept = null;
    System.gc();
    long without = HeapLeft.bytes(ProcessHandle.current()).orElseThrow();

    assertThat(with).isBetween((long) LARGE, Runtime.getRuntime().maxMemory());
    assertThat(with - without).isBetween(LARGE / 2L, LARGE * 2L);
  }

  @Test
  void ofWhatIsNotThereNothingIsKnown(@TempDir Path folder) {
    assertThat(HeapLeft.bytes(folder.resolve("4711"))).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatIsNotWholeSaysNothing(@TempDir Path folder) throws IOException {
    System.gc();
    Path whole = Path.of("/tmp", "hsperfdata_" + System.getProperty("user.name"), Long.toString(ProcessHandle.current().pid()));
    byte[] bytes = Files.readAllBytes(whole);

    assertThat(HeapLeft.bytes(Files.write(folder.resolve("whole"), bytes))).isPresent();
    for (int length : new int[] {0, 3, 20, 32, 1_000}) {
      assertThat(HeapLeft.bytes(Files.write(folder.resolve("part"), Arrays.copyOf(bytes, length)))).as("%d bytes", length).isEmpty();
    }
  }
}
