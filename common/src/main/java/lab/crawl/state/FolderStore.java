package lab.crawl.state;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.crawl.Visit;
import lab.crawl.VisitStore;
import lab.crawl.WaitingUrls;

/** Files in a crawl's state folder. They are no state: the journal tells all of it again, and they are removed when this is closed. */
final class FolderStore implements VisitStore, AutoCloseable {
  private final Path folder;
  private final Path outcomes;
  private final Path sorted;
  private final BufferedWriter writer;
  private final List<WaitingUrls> queues = new ArrayList<>();
  private Optional<SortedVisits> visits = Optional.empty();

  FolderStore(Path folder) {
    this.folder = folder;
    this.outcomes = folder.resolve("outcomes");
    this.sorted = folder.resolve("outcomes-sorted");
    try {
      this.writer = Files.newBufferedWriter(outcomes);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  @Override
  public void add(String url, Visit outcome) {
    try {
      writer.write(SortedVisits.line(outcome));
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  @Override
  public List<Visit> sorted() {
    try {
      writer.flush();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
    visits.ifPresent(SortedVisits::close);
    visits = Optional.of(SortedVisits.of(outcomes, sorted));
    return visits.get();
  }

  @Override
  public WaitingUrls newQueue() {
    WaitingUrls queue = new SpilledUrls(folder.resolve("queue" + queues.size()));
    queues.add(queue);
    return queue;
  }

  @Override
  public void close() {
    visits.ifPresent(SortedVisits::close);
    queues.forEach(WaitingUrls::close);
    closeWriter();
    try {
      Files.deleteIfExists(outcomes);
      Files.deleteIfExists(sorted);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private void closeWriter() {
    try {
      writer.close();
    } catch (IOException e) {
      // What found no room is removed anyway, and what ended the crawl matters more.
    }
  }

  private UncheckedIOException cannotWrite(IOException e) {
    return new UncheckedIOException("cannot write " + outcomes + ": " + e.getMessage(), e);
  }
}
