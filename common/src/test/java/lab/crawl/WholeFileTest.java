package lab.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder;

  @Test
  void leavesTheOldFileAndNoPartWhereTheNewOneCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("manifest.tsv"), "old");

    assertThatThrownBy(() -> WholeFile.write(file, part -> {
      Files.writeString(part, "half a manif");
      throw new IOException("No space left on device");
    })).hasMessageStartingWith("cannot write " + file).hasMessageEndingWith("No space left on device");

    assertThat(folder).isDirectoryContaining("glob:**/manifest.tsv").isDirectoryNotContaining("glob:**.part");
    assertThat(file).hasContent("old");
  }
}
