package lab.crawl.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import lab.crawl.cli.CtrlC;
import lab.crawl.cli.UsageException;

/** The program of a member that a crawler brings along: it joins one crawl after another, and never lives longer than its standard input. */
final class MemberMain {
  private final Thread crawling = Thread.currentThread();
  private final BlockingQueue<String> orders = new LinkedBlockingQueue<>();
  private volatile boolean ended;

  private MemberMain() {}

  /** Started by {@link MemberProcess}; takes no arguments. */
  public static void main(String[] args) {
    new MemberMain().run();
    System.exit(0);
  }

  private void run() {
    Thread.ofPlatform().daemon().name("stdin").start(this::listen);
    StoreAddress store = new StoreAddress(System.getenv(StoreAddress.VARIABLE));
    try (CtrlC _ = CtrlC.interrupts(crawling); Crawls crawls = new Crawls(store)) {
      while (!ended) {
        String[] order = orders.take().split(" ");
        StoredCrawl crawl = crawls.find(Integer.parseInt(order[0]));
        new Member(crawls.session(), crawl, Integer.parseInt(order[1]), Member.LONGEST_WORK).crawl();
      }
    } catch (InterruptedException e) {
      // Nobody wants it any more; what it had it has given back.
    } catch (StoreException | UsageException e) {
      System.err.println(e.getMessage());
    }
  }

  private void listen() {
    try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      lines.lines().forEach(orders::add);
    } catch (IOException e) {
      // Standard input is gone, which means the same as its end.
    } finally {
      ended = true;
      crawling.interrupt();
    }
  }
}
