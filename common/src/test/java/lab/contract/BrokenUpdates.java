package lab.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lab.crawl.CrawlPlan;
import lab.crawl.Visit;
import lab.crawl.Visited;
import okhttp3.HttpUrl;

/** Crawlers that are broken in what they keep for the next crawl. They visit one page at a time. */
final class BrokenUpdates {
  private BrokenUpdates() {}

  private static List<Path> kept(CrawlPlan plan) {
    Path folder = plan.work().replies().orElseThrow();
    try {
      Files.createDirectories(folder);
      try (Stream<Path> files = Files.list(folder)) {
        return files.toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts everything back that was removed. */
  static class ForgetsNothing extends ReferenceCrawler {
    ForgetsNothing(CrawlPlan plan) {
      super(plan, 1);
    }

    @Override
    Visited visit(HttpUrl url) throws InterruptedException {
      try {
        Map<Path, byte[]> before = new HashMap<>();
        for (Path file : kept(plan)) {
          before.put(file, Files.readAllBytes(file));
        }
        Visited visited = super.visit(url);
        for (Map.Entry<Path, byte[]> file : before.entrySet()) {
          if (!Files.exists(file.getKey())) {
            Files.write(file.getKey(), file.getValue());
          }
        }
        return visited;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Takes any failure for the end of what it knew. */
  static class ForgetsInTrouble extends ReferenceCrawler {
    ForgetsInTrouble(CrawlPlan plan) {
      super(plan, 1);
    }

    @Override
    Visited visit(HttpUrl url) throws InterruptedException {
      Visited visited = super.visit(url);
      if (visited.visit() instanceof Visit.Failed) {
        for (Path file : kept(plan)) {
          try {
            Files.delete(file);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      }
      return visited;
    }
  }
}
