package lab.crawl.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import lab.crawl.CrawlPlan;
import lab.crawl.Journal;
import lab.crawl.Visit;
import lab.crawl.WholeFile;
import lab.crawl.measure.Json;
import lab.crawl.measure.PlanRecord;

/**
 * The folder in which a crawl keeps its state: {@code plan.json}, what it is to do; {@code journal}, what it has done; {@code lock}, which
 * only one crawl at a time holds. The system lets go of the lock when its process ends, however that ends. While a crawl goes on, what
 * its heap needn't hold is there, too ({@link FolderStore}). When it is complete, what stands is listed for an update ({@link Standing}).
 */
public final class StateFolder implements AutoCloseable {
  private static final String PLAN = "plan.json";
  private static final String JOURNAL = "journal";
  private static final String LOCK = "lock";
  private static final String REPLIES = "replies";

  private final FileChannel lock;
  private final FolderStore store;
  private final JournalFile journal;
  private final Standing standing;

  private StateFolder(FileChannel lock, FolderStore store, JournalFile journal, Standing standing) {
    this.lock = lock;
    this.store = store;
    this.journal = journal;
    this.standing = standing;
  }

  /**
   * Takes the folder for one crawl; it is made if it isn't there.
   *
   * @throws StateException with one line that says what to do, if another crawl has it, or if what is in it is of another plan or another
   *     version of this program
   * @throws UncheckedIOException with one line that names the file, if it can't be read or written
   */
  public static StateFolder open(Path folder, PlanRecord plan) {
    return open(folder, plan, false);
  }

  /**
   * The same for an update of the crawl that is there, if that has come to its end; else this goes on with it.
   *
   * @throws StateException as above; nothing is changed then
   */
  public static StateFolder openForUpdate(Path folder, PlanRecord plan) {
    return open(folder, plan, true);
  }

  private static StateFolder open(Path folder, PlanRecord plan, boolean mayUpdate) {
    FileChannel lock = lock(folder);
    try {
      Standing standing = standing(folder);
      if (mayUpdate && standing.isUpdateDue()) {
        beginUpdate(folder, SavedPlan.of(plan), standing);
      } else {
        checkOrWrite(folder, SavedPlan.of(plan));
      }
      FolderStore store = new FolderStore(folder);
      return new StateFolder(lock, store, new JournalFile(folder.resolve(JOURNAL), Optional.of(store)), standing);
    } catch (RuntimeException e) {
      close(lock);
      throw e;
    }
  }

  private static Standing standing(Path folder) {
    return new Standing(folder, folder.resolve(JOURNAL));
  }

  /** Whether what {@link #openForUpdate} begins is an update, and doesn't go on with what was begun before. */
  public static boolean isUpdateDue(Path folder) {
    return standing(folder).isUpdateDue();
  }

  private static void beginUpdate(Path folder, SavedPlan plan, Standing standing) {
    check(folder, read(folder.resolve(PLAN)).differenceOfUpdate(plan));
    standing.beginUpdate();
    WholeFile.write(folder.resolve(PLAN), Json.pretty(plan));
  }

  /** Where replies are kept, so that an update needn't ask for them again. */
  public static Path replies(Path folder) {
    return folder.resolve(REPLIES);
  }

  /**
   * Forgets the crawl that has kept its state there. Nothing else in the folder is touched.
   *
   * @throws StateException with one line, if it goes on just now
   */
  public static void remove(Path folder) {
    FileChannel lock = lock(folder);
    try {
      Files.deleteIfExists(folder.resolve(PLAN));
      Files.deleteIfExists(folder.resolve(JOURNAL));
      standing(folder).remove();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the state in " + folder + ": " + e, e);
    } finally {
      close(lock);
    }
  }

  private static FileChannel lock(Path folder) {
    Path file = folder.resolve(LOCK);
    try {
      Files.createDirectories(folder);
      FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isTaken(channel)) {
        channel.truncate(0);
        channel.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"));
        return channel;
      }
      channel.close();
      throw new StateException("another crawl goes on in " + folder + " (process " + Files.readString(file).strip()
          + "): wait for its end, or name another folder");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + file + ": " + e, e);
    }
  }

  /** Whether somebody else has the lock. If not, the channel has it from now on. */
  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      FileLock mine = channel.tryLock();
      return mine == null;
    } catch (OverlappingFileLockException e) {
      return true; // somebody in this JVM
    }
  }

  private static void checkOrWrite(Path folder, SavedPlan plan) {
    Path file = folder.resolve(PLAN);
    if (Files.exists(file)) {
      check(folder, read(file).difference(plan));
    } else {
      WholeFile.write(file, Json.pretty(plan));
    }
  }

  private static void check(Path folder, Optional<String> difference) {
    difference.ifPresent(what -> {
      throw new StateException("the crawl in " + folder + " is another one: " + what
          + ". Repeat the command that began it, or name another folder");
    });
  }

  private static SavedPlan read(Path file) {
    try {
      return Json.read(Files.readString(file), SavedPlan.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e, e);
    } catch (IllegalArgumentException e) {
      throw new StateException(file + " was written by another version of this program (" + e.getMessage() + "): name another folder");
    }
  }

  /**
   * The plan of the crawl in a folder; empty if there is none.
   *
   * @throws StateException with one line, if another version of this program wrote it
   * @throws UncheckedIOException with one line that names the file, if it can't be read
   */
  public static Optional<PlanRecord> plan(Path folder) {
    Path file = folder.resolve(PLAN);
    return Files.exists(file) ? Optional.of(read(file).plan()) : Optional.empty();
  }

  /** What the crawl here has visited. */
  public JournalFile journal() {
    return journal;
  }

  /** What stood when the crawl before this update was complete, in the order of URLs; none if this is no update. */
  public List<Visit> before() {
    return standing.before();
  }

  /** All is done: another crawl by this plan is an update of what stands now. */
  public void complete(Changes changes) {
    standing.complete(changes);
  }

  /**
   * How far the crawl in a folder is. It may be going on meanwhile.
   *
   * @throws StateException with one line, if there is none
   * @throws UncheckedIOException with one line that names the file, if it can't be read
   */
  public static CrawlStatus status(Path folder) {
    if (!Files.exists(folder.resolve(PLAN))) {
      throw new StateException("no crawl has kept its state in " + folder);
    }
    CrawlPlan plan = read(folder.resolve(PLAN)).plan().toPlan();
    boolean isRunning = isRunning(folder.resolve(LOCK));
    Path file = folder.resolve(JOURNAL);
    if (!Files.exists(file)) {
      return CrawlStatus.of(plan, Journal.NONE, isRunning); // it ended when it had hardly begun
    }
    try (JournalFile journal = JournalFile.readOnly(file)) {
      return CrawlStatus.of(plan, journal, isRunning);
    }
  }

  private static boolean isRunning(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return isTaken(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + file + ": " + e, e);
    }
  }

  @Override
  public void close() {
    standing.close();
    journal.close();
    store.close();
    close(lock);
  }

  private static void close(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot let go of the state's lock: " + e, e);
    }
  }
}
