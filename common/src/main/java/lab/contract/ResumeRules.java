package lab.contract;

import static lab.contract.Answer.held;
import static lab.contract.Answer.page;
import static lab.contract.Answer.redirect;
import static lab.contract.Answer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import lab.contract.GuardedCrawler.Ended;
import lab.crawl.CrawlListener;
import lab.crawl.CrawlPlan;
import lab.crawl.CrawlResult;
import lab.crawl.Journal;
import lab.crawl.Visit;
import lab.crawl.Visited;
import lab.crawl.stage.SiteFolder;
import lab.fixtures.PracticeSite;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crawl that was ended by anything goes on from the journal that it has kept. */
abstract class ResumeRules extends Rules {
  ResumeRules(CrawlerContract contract) {
    super(contract);
  }

  private static CrawlListener keeping(Journal journal) {
    return new CrawlListener() {
      @Override
      public Journal journal() {
        return journal;
      }
    };
  }

  private CrawlResult crawl(CrawlPlan.Builder plan, Journal journal) {
    try (GuardedCrawler crawler = open(plan)) {
      return crawler.crawl(keeping(journal));
    }
  }

  /** Pages, redirects, failures, what is skipped, and a page that a long way finds first. */
  private static SiteScript everyKind() {
    return new SiteScript()
        .on("/", page("/a", "/b", "/moved", "/missing"))
        .on("/a", page("/c", "/d", "/"))
        .on("/b", page("/c", "/e", "/x/x/x/x/x/"))
        .on("/c", page("/f"))
        .on("/d", page("/f", "/a"))
        .on("/e", page())
        .on("/f", page("/too/deep"))
        .on("/moved", redirect(301, "/e"))
        .on("/missing", status(404));
  }

  @Test
  @DisplayName("11.1 A crawl goes on from what is kept: nothing of that is asked for again, and the result is as if in one go.")
  void goesOn() {
    try (PracticeSite site = everyKind().start()) {
      goesOn(site, plan(site));
      goesOn(site, plan(site).maxDepth(3));
    }
  }

  private void goesOn(PracticeSite site, CrawlPlan.Builder plan) {
    RememberedVisits whole = new RememberedVisits(List.of());
    CrawlResult inOneGo = crawl(plan, whole);
    for (int done = 4; done <= whole.all().size(); done += 4) {
      List<Visited> earlier = whole.all().subList(0, done);
      RememberedVisits journal = new RememberedVisits(earlier);
      site.reset();
      CrawlResult result = crawl(plan, journal);

      assertThat(result.manifest().text()).as("manifest of a crawl that went on after %d visits", done)
          .isEqualTo(inOneGo.manifest().text());
      assertThat(requests(site)).as("requests of a crawl that went on after %d visits", done).isEqualTo(once(inOneGo, earlier));
      assertThat(journal.visits()).as("visits that are kept in the end")
          .containsExactlyInAnyOrderElementsOf(whole.visits());
    }
  }

  /** One request for each page but for those that were visited earlier. */
  private static Map<String, Integer> once(CrawlResult all, List<Visited> earlier) {
    Map<String, Integer> requests = new TreeMap<>();
    all.visits().stream().filter(visit -> !(visit instanceof Visit.Skipped)).forEach(visit -> requests.put(path(visit.url()), 1));
    earlier.forEach(visited -> requests.remove(path(visited.visit().url())));
    return requests;
  }

  @Test
  @DisplayName("11.2 A visit is kept only when its file is there.")
  void filesFirst(@TempDir Path folder) {
    List<Long> filesWhenKept = new ArrayList<>();
    RememberedVisits journal = new RememberedVisits(List.of(), visited -> {
      if (visited.visit() instanceof Visit.Saved) {
        filesWhenKept.add(files(folder));
      }
    });
    try (PracticeSite site = site("synthetic:60")) {
      CrawlResult result = crawl(plan(site).out(folder), journal);

      assertThat(filesWhenKept).as("files when each saved page is kept").hasSize(result.count(Visit.Saved.class));
      for (int before = 0; before < filesWhenKept.size(); before++) {
        assertThat(filesWhenKept.get(before)).as("files when saved page %d is kept", before + 1).isGreaterThan(before);
      }
    }
  }

  private static long files(Path folder) {
    AtomicLong files = new AtomicLong();
    try {
      Files.walkFileTree(folder, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
          files.addAndGet(SiteFolder.holdsPlaces(file) ? 0 : 1);
          return FileVisitResult.CONTINUE;
        }

        // A part of a file that was given its name meanwhile.
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files.get();
  }

  @Test
  @DisplayName("11.3 An interrupted crawl has kept what is in its result, and nothing else.")
  void interrupted() {
    SiteScript script = new SiteScript()
        .on("/", page("/a", "/b", "/held"))
        .on("/a", page())
        .on("/b", page())
        .on("/held", held());
    RememberedVisits journal = new RememberedVisits(List.of());
    try (PracticeSite site = script.start();
        GuardedCrawler crawler = open(plan(site).timeout(Duration.ofHours(1)))) {
      HangGuard.Running<Ended> crawl = crawler.start(keeping(journal));
      await("the crawl asks for the page that is held").atMost(patience())
          .until(() -> crawl.isDone() || requests(site, "/held") > 0);
      crawl.interrupt();

      assertThat(crawl.result().result().visits()).as("visits of the result").containsExactlyInAnyOrderElementsOf(journal.visits());
    }
  }
}
