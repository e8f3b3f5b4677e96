package lab.compare.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import lab.crawl.cli.ExitCode;
import lab.crawl.cli.TextTable;
import lab.crawl.cli.UsageException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What commands have in common that disturb crawls, and print what became of them in a table. */
abstract class MatrixCommand implements Callable<Integer> {
  @Option(names = "--kills", paramLabel = "N",
      description = "How many kills at random moments, of each design if there are several. Default: ${DEFAULT-VALUE}.")
  int kills = 105;

  @Option(names = "--named", paramLabel = "N", description = "How many at each of the named moments. Default: ${DEFAULT-VALUE}.")
  int named = 3;

  @Option(names = "--random", paramLabel = "SEED", description = "Makes the moments the same as in another run, as far as the machine allows.")
  private long seed = System.nanoTime();

  @Spec private CommandSpec command;

  private final List<String> problems = new ArrayList<>();

  /** Ends with {@link ExitCode#FAILURES} if anything shows in the end. */
  @Override
  public final Integer call() {
    if (kills < 1 || named < 1) {
      throw new UsageException("--kills and --named are 1 or more");
    }
    Path folder = newFolder();
    System.out.println("random seed " + seed + "; what the crawls write and say is in " + folder);
    fill(folder, new Random(seed)).lines().forEach(System.out::println);
    problems.forEach(System.out::println);
    return problems.isEmpty() ? ExitCode.ALL_WELL : ExitCode.FAILURES;
  }

  private Path newFolder() {
    try {
      return Files.createTempDirectory(command.name() + "-");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder for the crawls: " + e, e);
    }
  }

  /** Does all that, and gives the table. */
  abstract TextTable fill(Path folder, Random random);

  /**
   * Keeps what must not be, to be printed below the table.
   *
   * @param what whose problems they are
   * @param likeWhat what the crawls should have come to
   * @return what the table says of it
   */
  final String verdict(String what, List<String> found, String likeWhat) {
    found.forEach(problem -> problems.add(what + ": " + problem));
    return (found.isEmpty() ? "as " : "NOT as ") + likeWhat;
  }
}
