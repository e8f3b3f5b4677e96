package lab.crawl.stage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import lab.crawl.Body;
import lab.crawl.Visit;
import okhttp3.HttpUrl;

/**
 * The folder that a site is written to, one file per URL. Two threads or processes may write at the same time, for no two
 * URLs share a file.
 *
 * @param folder made when first needed
 * @param home what is on its origin lies at the top
 */
public record SiteFolder(Path folder, HttpUrl home) {

  /**
   * Writes the body of a visit. A reader sees the whole file or none, even if this process is killed meanwhile.
   *
   * @throws UncheckedIOException with one line that names the file, if it cannot be written
   */
  public void write(Visit.Saved saved, Body body) {
    Path file = folder.resolve(FilePaths.of(home, saved.url(), saved.type()));
    Path part = file.resolveSibling(file.getFileName() + FilePaths.PART);
    try {
      saveTo(file, part, body);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e, e);
    }
  }

  /** Nearly always the folder is there already: asking for it each time would cost more than the file. */
  private static void saveTo(Path file, Path part, Body body) throws IOException {
    try {
      body.saveTo(file, part);
    } catch (NoSuchFileException | FileNotFoundException e) {
      Files.createDirectories(file.getParent());
      body.saveTo(file, part);
    }
  }
}
