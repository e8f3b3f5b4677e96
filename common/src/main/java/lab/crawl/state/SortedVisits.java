package lab.crawl.state;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.RandomAccess;
import java.util.stream.LongStream;
import lab.crawl.Visit;
import lab.crawl.json.JsonObject;
import lab.crawl.json.VisitJson;

/**
 * Visits in the order of their URLs, in a file: each is read when it is looked at. What stays in
 * memory is where each line begins.
 */
final class SortedVisits extends AbstractList<Visit> implements RandomAccess, AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path file;
  /** No channel: an interrupt of whoever reads would close that. The lock is its own monitor. */
  private final RandomAccessFile content;
  private final long[] begins;

  private SortedVisits(Path file, long[] begins) throws IOException {
    this.file = file;
    this.content = new RandomAccessFile(file.toFile(), "r");
    this.begins = begins;
  }

  /** The line for a visit in the file that is to be sorted: its URL, a tab, which no URL has, and the visit; with a line feed. */
  static String line(Visit visit) {
    return visit.url() + "\t" + VisitJson.of(visit) + "\n";
  }

  /**
   * Sorts the lines of a file.
   *
   * @param unsorted lines as {@link #line} makes them
   * @param sorted where they go; it must stay there as long as the result is used
   * @throws UncheckedIOException with one line that names the file, if they can't be read or written
   */
  static SortedVisits of(Path unsorted, Path sorted) {
    try {
      SortedLines.write(unsorted, sorted, Comparator.comparing(line -> line.substring(0, line.indexOf('\t'))));
      return new SortedVisits(sorted, begins(sorted));
    } catch (IOException e) {
      throw cannotRead(sorted, e);
    }
  }

  /**
   * Lines that are sorted already.
   *
   * @throws UncheckedIOException with one line that names the file, if they can't be read
   */
  static SortedVisits in(Path sorted) {
    try {
      return new SortedVisits(sorted, begins(sorted));
    } catch (IOException e) {
      throw cannotRead(sorted, e);
    }
  }

  private static long[] begins(Path file) throws IOException {
    LongStream.Builder begins = LongStream.builder();
    long at = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        begins.add(at);
        at += line.getBytes(StandardCharsets.UTF_8).length + 1;
      }
    }
    begins.add(at);
    return begins.build().toArray();
  }

  @Override
  public int size() {
    return begins.length - 1;
  }

  @Override
  public Visit get(int index) {
    try {
      byte[] line = new byte[(int) (begins[index + 1] - begins[index] - 1)];
      synchronized (content) {
        content.seek(begins[index]);
        content.readFully(line);
      }
      return visit(new String(line, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw cannotRead(file, e);
    }
  }

  private static Visit visit(String line) throws IOException {
    return VisitJson.visit(JsonObject.parse(line.substring(line.indexOf('\t') + 1)));
  }

  /** In order, with a buffer: whoever looks at all visits reads the file once. */
  @Override
  public Iterator<Visit> iterator() {
    try {
      BufferedReader lines = new BufferedReader(Files.newBufferedReader(file), BUFFER_BYTES);
      return lines.lines().map(line -> {
        try {
          return visit(line);
        } catch (IOException e) {
          throw cannotRead(file, e);
        }
      }).iterator();
    } catch (IOException e) {
      throw cannotRead(file, e);
    }
  }

  @Override
  public void close() {
    try {
      content.close();
    } catch (IOException e) {
      throw cannotRead(file, e);
    }
  }

  private static UncheckedIOException cannotRead(Path file, IOException e) {
    return new UncheckedIOException("cannot read or sort the visits in " + file + ": " + e.getMessage(), e);
  }
}
