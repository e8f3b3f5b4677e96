package lab.lecture.probes;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import lab.compare.run.ChildJvm;
import lab.crawl.cli.EndWithParent;
import lab.crawl.cli.ExitCode;
import lab.crawl.cli.UsageException;
import lab.crawl.measure.Json;

/**
 * The JVM of one probe: {@code ProbeMain NAME ARGUMENTS…} runs it and prints its figures as a JSON object on one line that
 * begins with {@value ChildJvm#ANSWER}. All else that is printed goes to standard error, but for what the JVM itself has to say.
 *
 * <p>Then it lives on until its standard input ends, so that whoever asked can still look at the process; by hand: Ctrl-D.
 * It ends as well when the process that started it does.
 */
public final class ProbeMain {
  private static final SortedMap<String, Probe> PROBES = new TreeMap<>(Map.of(
      "holding-server", new HoldingServer(),
      "waiting-fetches", new WaitingFetches(),
      "array-sum", new ArraySum(),
      "heartbeat", new Heartbeat(),
      "jvm-threads", new JvmThreads(),
      "lost-updates", new LostUpdates(),
      "messages", new MessageCost(),
      "sleepers", new Sleepers(),
      "static-counter", new StaticCounter()));

  private ProbeMain() {}

  /** Runs a probe; a bug in it ends this JVM with its stack trace. */
  public static void main(String[] args) throws Exception {
    EndWithParent.always();
    PrintStream answers = System.out;
    System.setOut(System.err);
    try {
      answers.println(ChildJvm.ANSWER + Json.line(run(Arrays.asList(args))));
    } catch (UsageException e) {
      System.err.println(e.getMessage());
      System.exit(ExitCode.WRONG_USAGE);
    }
    awaitEndOf(System.in);
    System.exit(ExitCode.ALL_WELL);
  }

  private static Map<String, Double> run(List<String> args) throws Exception {
    Probe probe = args.isEmpty() ? null : PROBES.get(args.getFirst());
    if (probe == null) {
      throw new UsageException("no probe" + (args.isEmpty() ? "" : " " + args.getFirst()) + ": there are "
          + String.join(", ", PROBES.keySet()));
    }
    return probe.run(new ProbeArguments(args.subList(1, args.size())));
  }

  private static void awaitEndOf(InputStream in) throws Exception {
    in.transferTo(OutputStream.nullOutputStream());
  }
}
