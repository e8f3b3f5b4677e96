package lab.crawl.stage;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import lab.crawl.Visit;

/**
 * Where the {@link PagePlaces} of a saved page lie until the copy is made. If it is missing, or belongs to another body, the page has to
 * be parsed again.
 */
record PlacesFile(Path path) {

  /** That of the page whose body as it came lies there. */
  static PlacesFile of(Path original) {
    String name = original.getFileName().toString();
    return new PlacesFile(original.resolveSibling(name.substring(0, name.length() - FilePaths.ORIGINAL.length()) + FilePaths.PLACES));
  }

  /**
   * Writes it.
   *
   * @throws java.io.UncheckedIOException with one line that names the file, if it cannot be written
   */
  void write(Visit.Saved saved, PagePlaces places) {
    if (places.isWritable()) {
      SiteFolder.write(path, (file, part) -> {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
          places.write(out, saved.sha256());
        }
        SiteFolder.moveTo(file, part);
      });
    }
  }

  /** Reads it; empty if there is none for that body. */
  Optional<PagePlaces> read(Visit.Saved saved) throws IOException {
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
      return PagePlaces.read(in, saved.sha256());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
