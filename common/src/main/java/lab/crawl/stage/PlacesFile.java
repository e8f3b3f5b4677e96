package lab.crawl.stage;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lab.crawl.Visit;

/**
 * Where the {@link PagePlaces} of a saved page lie until the copy is made. If it is missing, or belongs to another body, the page has to
 * be parsed again.
 */
record PlacesFile(Path path) {
  /** To be raised when other places are found, or written in another way. */
  private static final int VERSION = 1;

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
    SiteFolder.write(path, (file, part) -> {
      try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
        places.write(out, key(saved));
      }
      SiteFolder.moveTo(file, part);
    });
  }

  /** The same bytes would be parsed otherwise if they were of another type, or by a lab that finds other places. */
  private static String key(Visit.Saved saved) {
    return VERSION + " " + saved.sha256() + " " + saved.type();
  }

  /** Reads it; empty if there is none for that body, or none that can be read: it only saves time. */
  Optional<PagePlaces> read(Visit.Saved saved) {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
      return PagePlaces.read(in, key(saved));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
