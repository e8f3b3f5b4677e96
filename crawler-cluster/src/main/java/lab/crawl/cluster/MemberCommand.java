package lab.crawl.cluster;

import java.util.Optional;
import java.util.concurrent.Callable;
import lab.crawl.cli.CtrlC;
import lab.crawl.cli.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Joins a crawl that another process has begun, here or anywhere. */
@Command(
    name = "member",
    mixinStandardHelpOptions = true,
    description = "Joins a crawl that is in a store already, and leaves on Ctrl-C: what it has is given back.",
    sortOptions = false)
final class MemberCommand implements Callable<Integer> {
  @Option(names = "--store", paramLabel = "STORE", description = "The store: see --help of cluster.")
  private Optional<String> store = Optional.ofNullable(System.getenv(StoreAddress.VARIABLE));

  @Option(names = "--crawl", paramLabel = "NAME", description = "The crawl's name. Default: the only one that runs.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--concurrency", paramLabel = "N",
      description = "How many pages this member visits at a time, beside what the others do. Default: ${DEFAULT-VALUE}.")
  private int concurrency = 8;

  @Override
  public Integer call() {
    StoreAddress address = StoreAddress.running(store);
    try (CtrlC _ = CtrlC.interrupts(Thread.currentThread()); Crawls crawls = new Crawls(address)) {
      System.out.println(crawl(crawls));
      return ExitCode.ALL_WELL;
    }
  }

  /** Gives what came of it, in words. After Ctrl-C they are said before the JVM is let go. */
  private String crawl(Crawls crawls) {
    try {
      StoredCrawl crawl = crawls.named(name);
      System.out.println("joined the crawl of " + crawl.plan().seed());
      new Member(crawls.session(), crawl, concurrency, Member.LONGEST_WORK).crawl();
      return "the crawl is over";
    } catch (InterruptedException e) {
      return "left the crawl, which goes on without this member";
    }
  }
}
