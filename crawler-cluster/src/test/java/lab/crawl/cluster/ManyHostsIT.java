package lab.crawl.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Politeness;
import lab.crawl.Visit;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/**
 * Several members keep each host's delay together; the hosts' own clock is the witness. {@code -Dlab.hosts=200} asks as many.
 */
class ManyHostsIT {
  private static final int HOSTS = Integer.getInteger("lab.hosts", 20);
  private static final int MEMBERS = 5;
  private static final int PAGES = 6;
  private static final Duration DELAY = Duration.ofMillis(50);

  /** A host with a few pages, each linked from its first. It takes the time of a request before it answers. */
  private record Host(HttpServer server, List<Long> arrivals) {
    static Host on(String address, ExecutorService threads) {
      try {
        Host host = new Host(HttpServer.create(new InetSocketAddress(address, 0), 0), Collections.synchronizedList(new ArrayList<>()));
        host.server.setExecutor(threads);
        host.server.createContext("/", host::answer);
        host.server.start();
        return host;
      } catch (IOException e) {
        return abort("this system has no address " + address + ": " + e.getMessage());
      }
    }

    private void answer(HttpExchange exchange) throws IOException {
      arrivals.add(System.nanoTime());
      StringBuilder page = new StringBuilder();
      for (int i = 1; i < PAGES; i++) {
        page.append("<a href=/").append(i).append(">a</a>");
      }
      byte[] body = page.toString().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    }

    HttpUrl url() {
      return HttpUrl.get("http:/" + server.getAddress() + "/");
    }

    boolean isLeftAlone() {
      for (int i = 1; i < arrivals.size(); i++) {
        if (arrivals.get(i) - arrivals.get(i - 1) < DELAY.toNanos()) {
          return false;
        }
      }
      return true;
    }
  }

  @Test
  void noHostIsAskedTooSoonByAnyMemberAndNoneIsForgotten() {
    List<Host> hosts = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 1; i <= HOSTS; i++) {
        hosts.add(Host.on("127.0.1." + i, threads));
      }
      CrawlPlan plan = CrawlPlan.of(hosts.stream().map(Host::url).toList()).concurrency(2 * MEMBERS).politeness(Politeness.of(DELAY)).build();
      try (ClusterCrawler crawler = new ClusterCrawler(plan, "hosts", Store.at(TestStore.newDatabase()),
          store -> new ThreadTeam(store, ClusterOptions.widths(MEMBERS, plan.concurrency()), Member.LONGEST_WORK))) {
        CrawlResult result = crawler.crawl(CrawlListener.NONE);

        assertThat(result.count(Visit.Saved.class)).isEqualTo(HOSTS * PAGES);
        assertThat(hosts).allMatch(host -> host.arrivals.size() == PAGES, "asked once for each page").allMatch(Host::isLeftAlone, "left alone");
      }
    } finally {
      hosts.forEach(host -> host.server.stop(0));
    }
  }
}
