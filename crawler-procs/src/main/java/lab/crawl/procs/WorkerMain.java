package lab.crawl.procs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import lab.crawl.Lane;
import lab.crawl.Visit;
import lab.crawl.Visited;
import lab.crawl.fetch.BlockingFetcher;
import lab.crawl.measure.Anchor;
import lab.crawl.measure.FlightRecording;
import lab.crawl.measure.RecordedLane;
import lab.crawl.stage.PageProcessor;

/**
 * The worker: a process of its own that visits one page at a time, as the sequential crawler does, and knows nothing of the
 * others. It lives as long as its standard input is open, and so never longer than its parent.
 */
public final class WorkerMain {
  private final PrintStream parent;
  private final BlockingQueue<Message.ToWorker> asked = new LinkedBlockingQueue<>();
  private volatile boolean idle = true;
  private volatile boolean parsedPage;

  private WorkerMain(PrintStream parent) {
    this.parent = parent;
  }

  /** Started by {@link ProcsCrawler}; takes no arguments. */
  public static void main(String[] args) throws InterruptedException {
    PrintStream parent = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    // Standard output belongs to the protocol: what anybody else prints goes where people look.
    System.setOut(System.err);
    new WorkerMain(parent).run();
  }

  private void run() throws InterruptedException {
    Thread.ofPlatform().name("stdin").start(this::listen);
    try {
      Message.Plan plan = (Message.Plan) asked.take();
      if (plan.version() != Message.VERSION) {
        throw new IllegalArgumentException("worker speaks version " + Message.VERSION + ", parent " + plan.version());
      }
      var fetcher = new BlockingFetcher(plan.toCrawlPlan());
      var processor = new PageProcessor(plan.toCrawlPlan());
      say(new Message.Ready(ProcessHandle.current().pid()));
      while (true) {
        Message.VisitPage next = (Message.VisitPage) asked.take();
        idle = false;
        visit(next, fetcher, processor);
      }
    } catch (UncheckedIOException e) {
      say(new Message.CannotWrite(e.getMessage()));
    } catch (RuntimeException | Error e) {
      say(new Message.Bug(stackTrace(e)));
    }
  }

  private void visit(Message.VisitPage page, BlockingFetcher fetcher, PageProcessor processor) throws InterruptedException {
    RecordedLane spans = new RecordedLane("worker " + ProcessHandle.current().pid());
    Lane lane = page.timed() ? spans : Lane.NONE;
    Visited visited = processor.process(page.url(), fetcher.fetch(page.url(), lane), lane);
    parsedPage |= visited.visit() instanceof Visit.Saved && !visited.outlinks().isEmpty();
    Anchor clock = Anchor.now();
    List<Message.Step> steps = spans.spans().stream().map(span -> Message.Step.of(span, clock)).toList();
    idle = true;
    say(new Message.PageVisited(visited, steps));
  }

  private void say(Message.FromWorker message) {
    parent.println(MessageLine.of(message));
  }

  /** A thread of its own, because it must notice the parent's end even while a page is being visited. */
  private void listen() {
    try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        asked.add(MessageLine.message(line, Message.ToWorker.class));
      }
    } catch (IOException e) {
      // Standard input is gone, which means the same as its end.
    } catch (IllegalArgumentException e) {
      say(new Message.Bug(stackTrace(e)));
    } finally {
      end();
    }
  }

  /**
   * A proper exit writes the archive that makes later workers start fast, if this worker was started so, and a recording of it. That is
   * worth a moment only if it has loaded what a worker needs, or is recorded, and never while a page is in hand.
   */
  private void end() {
    if (idle && (parsedPage || FlightRecording.isGoingOn())) {
      System.exit(0);
    }
    Runtime.getRuntime().halt(0);
  }

  private static String stackTrace(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
