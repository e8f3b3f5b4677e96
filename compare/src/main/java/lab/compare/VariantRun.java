package lab.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import lab.crawl.CrawlListener;
import lab.crawl.Crawler;
import lab.crawl.cli.EndWithParent;
import lab.crawl.cli.OutputFiles;
import lab.crawl.measure.ClientProcesses;
import lab.crawl.measure.Json;
import lab.crawl.measure.JvmStart;
import lab.crawl.measure.MeasuredCrawl;
import lab.crawl.measure.RunRecord;

/**
 * The measured JVM: one variant, crawling as often as it is told, cold the first time and warm from then on.
 *
 * <p>It reads lines on standard input: a {@link Job}, then for each crawl the file to write its manifest to. It answers each
 * with one line on standard output that begins with {@value #ANSWER}: {@value #READY}, then a {@link RunRecord} for each. It ends when its input ends,
 * or when the process that started it does.
 */
public final class VariantRun {
  /** Begins each answer: the JVM itself writes to standard output, too, if it is asked to log. */
  static final String ANSWER = "answer: ";

  static final String READY = "ready";

  private VariantRun() {}

  /** Serves the comparison that started it. */
  public static void main(String[] args) throws IOException {
    EndWithParent.always();
    PrintStream answers = System.out;
    // Standard output belongs to the comparison: what anything else prints goes to the terminal.
    System.setOut(System.err);
    try (BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      serve(orders, answers);
    }
    // Not a return: a variant's thread that lives on must not keep the lab from going on.
    System.exit(0);
  }

  private static void serve(BufferedReader orders, PrintStream answers) throws IOException {
    Job job = Json.read(orders.readLine(), Job.class);
    try (Crawler crawler = Variants.named(job.variant()).newCrawler(job.plan().toPlan())) {
      Duration start = JvmStart.ago();
      answers.println(ANSWER + READY);
      boolean warm = false;
      for (String manifest = orders.readLine(); manifest != null; manifest = orders.readLine()) {
        MeasuredCrawl crawl = MeasuredCrawl.of(crawler, CrawlListener.NONE, ClientProcesses.ofThis(Optional.empty()));
        OutputFiles.write(Path.of(manifest), crawl.result().manifest().text());
        answers.println(ANSWER + Json.line(RunRecord.of(job.variant(), warm, start.toMillis(), crawl)));
        warm = true;
      }
    }
  }
}
