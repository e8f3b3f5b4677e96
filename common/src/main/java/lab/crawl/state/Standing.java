package lab.crawl.state;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import lab.crawl.Visit;
import lab.crawl.WholeFile;

/**
 * What stands when a crawl is complete, as a list in its state folder. An update removes the journal first, and then calls that list
 * {@code before}: killed at whichever moment, these names tell how far it was.
 */
final class Standing implements AutoCloseable {
  private final Path complete;
  private final Path before;
  private final Path journal;
  private Optional<SortedVisits> open = Optional.empty();

  /** That of a state folder. */
  Standing(Path folder, Path journal) {
    this.complete = folder.resolve("complete");
    this.before = folder.resolve("before");
    this.journal = journal;
  }

  /** Whether the crawl has come to its end, or an update of it has hardly begun. */
  boolean isUpdateDue() {
    return Files.exists(complete) || Files.exists(before) && !Files.exists(journal);
  }

  /** Forgets what was visited, but not what stands. Until there is a new journal an update is due. */
  void beginUpdate() {
    try {
      Files.deleteIfExists(journal);
      if (Files.exists(complete)) {
        Files.move(complete, before, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot begin an update of " + journal + ": " + e, e);
    }
  }

  /** What stood before this update, in the order of URLs; none if this is none. */
  List<Visit> before() {
    if (open.isEmpty() && Files.exists(before)) {
      open = Optional.of(SortedVisits.in(before));
    }
    return open.isPresent() ? open.get() : List.of();
  }

  /** All is done, and what stands is what has not gone. */
  void complete(Changes changes) {
    WholeFile.write(complete, part -> {
      try (BufferedWriter lines = Files.newBufferedWriter(part)) {
        changes.forEach(change -> {
          if (change.kind() != Change.Kind.GONE) {
            write(lines, SortedVisits.line(change.visit()));
          }
        });
      }
      return part;
    });
  }

  private static void write(BufferedWriter lines, String line) {
    try {
      lines.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove() throws IOException {
    Files.deleteIfExists(complete);
    Files.deleteIfExists(before);
  }

  @Override
  public void close() {
    open.ifPresent(SortedVisits::close);
  }
}
