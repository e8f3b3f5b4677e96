package lab.crawl.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lab.crawl.Body;
import lab.crawl.Visit;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteFolderTest {
  private static final HttpUrl HOME = HttpUrl.get("http://site.test/");

  @TempDir Path temp;

  @Test
  void writesFilesWhereTheirUrlsSay() throws IOException {
    SiteFolder site = new SiteFolder(temp.resolve("new/folder"), HOME);
    site.write(saved("/"), bytes("home"));
    site.write(saved("/a"), bytes("file"));
    site.write(saved("/a/b/c.html"), bytes("nested"));
    site.write(saved("/empty.txt"), Body.EMPTY);
    assertThat(files(site.folder())).containsExactly("a/b/c.html", "a~", "empty.txt", "index.html.orig");
    assertThat(site.folder().resolve("a/b/c.html")).hasContent("nested");
    assertThat(site.folder().resolve("empty.txt")).isEmptyFile();
  }

  @Test
  void overwritesAndLeavesNoParts() throws IOException {
    SiteFolder site = new SiteFolder(temp, HOME);
    site.write(saved("/x.html"), bytes("a longer old text"));
    site.write(saved("/x.html"), bytes("new"));
    assertThat(temp.resolve("x.html")).hasContent("new");
    assertThat(files(temp)).containsExactly("x.html");
  }

  /** It replaces the file and never writes into it: whoever has the old one open goes on reading that. */
  @Test
  void aReaderNeverSeesHalfAFile() throws IOException {
    SiteFolder site = new SiteFolder(temp, HOME);
    site.write(saved("/x.html"), bytes("old"));
    try (var reader = Files.newInputStream(temp.resolve("x.html"))) {
      site.write(saved("/x.html"), bytes("new"));
      assertThat(reader).hasContent("old");
    }
  }

  @Test
  void aKilledWritersPartIsNoHindrance() throws IOException {
    Files.writeString(temp.resolve("x.html~part"), "half a pa");
    new SiteFolder(temp, HOME).write(saved("/x.html"), bytes("whole"));
    assertThat(temp.resolve("x.html")).hasContent("whole");
    assertThat(files(temp)).containsExactly("x.html");
  }

  @Test
  void anInterruptDoesNotSpoilAFile() {
    Thread.currentThread().interrupt();
    new SiteFolder(temp, HOME).write(saved("/x.html"), bytes("whole"));
    assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    assertThat(temp.resolve("x.html")).hasContent("whole");
  }

  @Test
  void saysInOneLineWhichFileItCannotWrite() throws IOException {
    Files.writeString(temp.resolve("a"), "a file where a folder must be");
    assertThatThrownBy(() -> new SiteFolder(temp, HOME).write(saved("/a/x.html"), bytes("x")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write " + temp.resolve("a/x.html") + ": ")
        .message().hasLineCount(1);
  }

  @Test
  void leavesNoPartOfWhatItCannotWrite() throws IOException {
    assertThatThrownBy(() -> SiteFolder.write(temp.resolve("x.html"), (file, part) -> {
      Files.writeString(part, "half a pa");
      throw new IOException("No space left on device");
    })).hasMessageStartingWith("cannot write " + temp.resolve("x.html")).hasMessageEndingWith("No space left on device");
    assertThat(files(temp)).isEmpty();
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).sorted().toList();
    }
  }

  private static Visit.Saved saved(String path) {
    return new Visit.Saved(HOME.resolve(path), 200, 0, "", "-", path.equals("/") ? "text/html" : "");
  }

  private static Body bytes(String text) {
    return Body.of(text.getBytes(UTF_8));
  }
}
