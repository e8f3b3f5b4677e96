package lab.crawl.state;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import lab.crawl.Journal;
import lab.crawl.VisitStore;
import lab.crawl.Visited;

/**
 * A journal in a file to which lines are only ever added, one a visit. A process that is killed while it writes leaves a torn last line:
 * that is dropped, and its page is visited again.
 *
 * <p>A line is handed to the operating system before the crawl goes on, so that it outlasts the process. It may not outlast a power
 * failure: for that each line would have to wait for the disk.
 */
public final class JournalFile implements Journal, AutoCloseable {
  private final Path file;
  /** No channel: an interrupt, which ends a crawl, would close that within a line. */
  private final RandomAccessFile content;
  private final Optional<VisitStore> disk;
  private long end;
  private int earlierVisits;

  /**
   * Opens the file, and makes it if it isn't there.
   *
   * @param disk see {@link #disk()}
   * @throws UncheckedIOException with one line that names it, if that can't be done
   */
  public JournalFile(Path file, Optional<VisitStore> disk) {
    this(file, disk, "rw");
  }

  private JournalFile(Path file, Optional<VisitStore> disk, String mode) {
    this.file = file;
    this.disk = disk;
    try {
      this.content = new RandomAccessFile(file.toFile(), mode);
    } catch (IOException e) {
      throw cannot("open", e);
    }
  }

  /** The same only to be read, perhaps while a crawl goes on; a line that is only half there is left alone. */
  static JournalFile readOnly(Path file) {
    return new JournalFile(file, Optional.empty(), "r");
  }

  @Override
  public void replay(Consumer<Visited> earlier) {
    try {
      content.seek(0);
      // Not closed: that would close the file.
      InputStream bytes = new BufferedInputStream(new FileInputStream(content.getFD()));
      for (Optional<String> line = line(bytes); line.isPresent(); line = line(bytes)) {
        Optional<Visited> visited = visited(line.get());
        if (visited.isEmpty()) {
          checkIsLast(bytes);
          return;
        }
        earlier.accept(visited.get());
        earlierVisits++;
        end += line.get().getBytes(StandardCharsets.UTF_8).length + 1;
      }
    } catch (IOException e) {
      throw cannot("read", e);
    }
  }

  /** The next line, without its line feed; empty if there is no line feed any more. */
  private static Optional<String> line(InputStream bytes) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = bytes.read(); next >= 0; next = bytes.read()) {
      if (next == '\n') {
        return Optional.of(line.toString(StandardCharsets.UTF_8));
      }
      line.write(next);
    }
    return Optional.empty();
  }

  private Optional<Visited> visited(String line) throws IOException {
    try {
      return JournalLine.visited(line);
    } catch (IllegalArgumentException e) {
      throw new IOException("the line at byte " + end + " is none of this program's: " + e.getMessage(), e);
    }
  }

  private void checkIsLast(InputStream bytes) throws IOException {
    if (bytes.read() >= 0) {
      throw new IOException("the line at byte " + end + " is damaged, and others follow; no kill does that. Begin anew in another folder");
    }
  }

  /** How many visits it told of, once it was asked to. */
  public int earlierVisits() {
    return earlierVisits;
  }

  @Override
  public boolean keeps() {
    return true;
  }

  @Override
  public void append(Visited visited) {
    try {
      end += write(JournalLine.of(visited));
    } catch (IOException e) {
      throw cannot("write", e);
    }
  }

  /** Writes after the last whole line. What was written of a line that found no room is overwritten by the next attempt. */
  private int write(byte[] line) throws IOException {
    content.seek(end);
    content.write(line);
    return line.length;
  }

  @Override
  public Optional<VisitStore> disk() {
    return disk;
  }

  private UncheckedIOException cannot(String what, IOException e) {
    return new UncheckedIOException("cannot " + what + " " + file + ": " + e.getMessage(), e);
  }

  @Override
  public void close() {
    try {
      content.close();
    } catch (IOException e) {
      throw cannot("close", e);
    }
  }
}
