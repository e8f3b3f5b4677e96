package lab.compare.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import lab.compare.run.Variants;
import lab.crawl.CrawlListener;
import lab.crawl.ForwardingJournal;
import lab.crawl.ForwardingListener;
import lab.crawl.Journal;
import lab.crawl.Variant;
import lab.crawl.Visited;
import lab.crawl.cli.CommandRunner;
import lab.crawl.cli.CrawlCommand;
import okhttp3.HttpUrl;
import picocli.CommandLine.Command;

/**
 * One crawl of any variant that ends itself at a moment which nobody outside could hit: as {@code kill -9} would, nothing of the program
 * runs after it. The system properties below say when.
 */
@Command(name = "doomed", mixinStandardHelpOptions = true, description = "A crawl that is killed: for the kill matrix.", sortOptions = false)
public final class DoomedMain extends CrawlCommand {
  /** The variant's name. */
  static final String VARIANT = "lab.kill.variant";
  /** The {@link Kill}; none if it is not set. */
  static final String KILL = "lab.kill.moment";
  /** How often the moment comes before it counts: 1 for the first time. */
  static final String TIME = "lab.kill.time";
  /** The journal's file. */
  static final String JOURNAL = "lab.kill.journal";

  private static final int EXIT_CODE_OF_KILL = 137;

  @Override
  protected Variant variant() {
    return Variants.forLab(System.getProperty(VARIANT));
  }

  @Override
  protected CrawlListener watched(CrawlListener usual) {
    return System.getProperty(KILL) == null ? usual : new Doom(usual, Kill.valueOf(System.getProperty(KILL)), Integer.getInteger(TIME));
  }

  /** Runs the command. */
  public static void main(String[] args) {
    CommandRunner.runAndExit(new DoomedMain(), args);
  }

  /** Counts moments. Calls come one at a time, as to every listener. */
  private static final class Doom extends ForwardingListener {
    private final Kill kill;
    private int left;

    Doom(CrawlListener next, Kill kill, int time) {
      super(next);
      this.kill = kill;
      this.left = time;
    }

    private boolean comes(Kill moment) {
      return kill == moment && --left == 0;
    }

    private static void die() {
      Runtime.getRuntime().halt(EXIT_CODE_OF_KILL);
    }

    @Override
    public Journal journal() {
      return new DoomedJournal(super.journal());
    }

    @Override
    public void begun(HttpUrl url) {
      super.begun(url);
      if (comes(Kill.BEFORE_A_REQUEST)) {
        die();
      }
    }

    /** Doomed, too. */
    private final class DoomedJournal extends ForwardingJournal {
      DoomedJournal(Journal next) {
        super(next);
      }

      @Override
      public void append(Visited visited) {
        if (comes(Kill.BODY_SAVED)) {
          die();
        }
        if (comes(Kill.RECORD_HALF_WRITTEN)) {
          writeHalf(visited);
          die();
        }
        super.append(visited);
        if (comes(Kill.RECORD_WRITTEN)) {
          die();
        }
      }

      private void writeHalf(Visited visited) {
        Path file = Path.of(System.getProperty(JOURNAL));
        try {
          long whole = Files.size(file);
          super.append(visited);
          byte[] bytes = Files.readAllBytes(file);
          Files.write(file, Arrays.copyOf(bytes, (int) (whole + bytes.length) / 2), StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
          throw new UncheckedIOException("cannot write half a record to " + file, e);
        }
      }
    }
  }
}
