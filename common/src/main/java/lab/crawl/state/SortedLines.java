package lab.crawl.state;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts the lines of a file of which there may be more than the heap could hold: runs that fit are sorted in memory, and then merged
 * (external merge sort; Knuth, The Art of Computer Programming, volume 3, 5.4).
 */
final class SortedLines {
  /** Lines of 300 characters then take some 70 MB. */
  private static final int USUAL_RUN = 200_000;

  private SortedLines() {}

  /** Writes the lines of a file, sorted, to another one. */
  static void write(Path unsorted, Path sorted, Comparator<String> order) throws IOException {
    write(unsorted, sorted, order, USUAL_RUN);
  }

  /** The same with runs of so many lines. */
  static void write(Path unsorted, Path sorted, Comparator<String> order, int linesOfRun) throws IOException {
    List<Path> runs = writeRuns(unsorted, sorted, order, linesOfRun);
    merge(runs, sorted, order);
    for (Path run : runs) {
      Files.delete(run);
    }
  }

  private static List<Path> writeRuns(Path unsorted, Path sorted, Comparator<String> order, int linesOfRun) throws IOException {
    List<Path> runs = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(unsorted)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
        if (lines.size() == linesOfRun) {
          runs.add(writeRun(lines, sorted, order, runs.size()));
          lines.clear();
        }
      }
    }
    runs.add(writeRun(lines, sorted, order, runs.size()));
    return runs;
  }

  private static Path writeRun(List<String> lines, Path sorted, Comparator<String> order, int number) throws IOException {
    Path run = sorted.resolveSibling(sorted.getFileName() + ".run" + number);
    lines.sort(order);
    return Files.write(run, lines);
  }

  /** A run whose first line that is not written yet is known. */
  private static final class Run implements AutoCloseable {
    private final BufferedReader reader;
    private String line;

    Run(Path file) throws IOException {
      reader = Files.newBufferedReader(file);
      next();
    }

    boolean next() throws IOException {
      line = reader.readLine();
      return line != null;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }

  private static void merge(List<Path> files, Path sorted, Comparator<String> order) throws IOException {
    PriorityQueue<Run> runs = new PriorityQueue<>((a, b) -> order.compare(a.line, b.line));
    for (Path file : files) {
      Run run = new Run(file);
      addOrClose(runs, run, run.line != null);
    }
    try (BufferedWriter out = Files.newBufferedWriter(sorted)) {
      while (!runs.isEmpty()) {
        Run run = runs.remove();
        out.write(run.line);
        out.write('\n');
        addOrClose(runs, run, run.next());
      }
    } finally {
      for (Run run : runs) {
        run.close();
      }
    }
  }

  private static void addOrClose(PriorityQueue<Run> runs, Run run, boolean hasLine) throws IOException {
    if (hasLine) {
      runs.add(run);
    } else {
      run.close();
    }
  }
}
