package lab.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.crawl.CrawlBugException;
import lab.crawl.CrawlListener;
import lab.crawl.Visit;
import lab.fixtures.PracticeSite;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only input and output fail pages. A bug ends the crawl and comes out of {@code crawl()} with its stack trace. */
abstract class BugRules extends Rules {
  private static final String BUG = "planted bug";

  BugRules(CrawlerContract contract) {
    super(contract);
  }

  /** Throws when so many pages were visited. */
  static CrawlListener bugAt(int visit) {
    return new CrawlListener() {
      @Override
      public void visited(Visit page, int visited, int known) {
        if (visited == visit) {
          throw new IllegalStateException(BUG);
        }
      }
    };
  }

  @Test
  @DisplayName("9.1 An exception that is no input or output error ends the crawl and is thrown, cause and all.")
  void exception() {
    assertEndsTheCrawl(bugAt(3));
  }

  @Test
  @DisplayName("9.2 So is an Error, which catch (Exception e) misses.")
  void error() {
    assertEndsTheCrawl(new CrawlListener() {
      @Override
      public void visited(Visit page, int visited, int known) {
        if (visited == 3) {
          throw new AssertionError(BUG);
        }
      }
    });
  }

  @Test
  @DisplayName("9.3 So is one that comes while a page is handed out, rather than while it is visited.")
  void whileHandedOut() {
    assertEndsTheCrawl(new CrawlListener() {
      @Override
      public void begun(HttpUrl url) {
        if (url.encodedPath().startsWith("/page/")) {
          throw new IllegalStateException(BUG);
        }
      }
    });
  }

  @Test
  @DisplayName("9.4 So is one in the stage that computes: a file that cannot be written is no failed page.")
  void whileProcessing(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("a-file"));
    try (PracticeSite site = site("flat:10");
        GuardedCrawler crawler = open(plan(site).out(file.resolve("below")))) {
      Throwable thrown = catchThrowable(() -> crawler.crawl());

      assertThat(thrown).as("nothing was thrown, although no file could be written").isNotNull();
      assertThat(thrown).as("what was thrown, causes included").hasStackTraceContaining("cannot write");
    }
  }

  @Test
  @DisplayName("9.5 What was visited before the bug is not lost: a CrawlBugException brings it, not complete, and names the page.")
  void keepsWhatIsDone() {
    try (PracticeSite site = site("flat:10");
        GuardedCrawler crawler = open(plan(site))) {
      Throwable thrown = catchThrowable(() -> crawler.crawl(bugAt(3)));

      assertThat(thrown).as("what was thrown").isInstanceOfSatisfying(CrawlBugException.class, bug -> {
        // Other threads may have come back with theirs before the crawl heard of the bug.
        assertThat(bug.partial().fetched()).as("visits that it brings: the bug came with the third").isGreaterThanOrEqualTo(3);
        assertThat(bug.partial().complete()).as("complete").isFalse();
        assertThat(bug).as("its message").hasMessageContaining(site.url() + "page/");
      });
    }
  }

  private void assertEndsTheCrawl(CrawlListener buggy) {
    try (PracticeSite site = site("flat:10");
        GuardedCrawler crawler = open(plan(site))) {
      Throwable thrown = catchThrowable(() -> crawler.crawl(buggy));

      assertThat(thrown).as("nothing was thrown: the bug was swallowed").isNotNull();
      assertThat(thrown).as("what was thrown, causes included").hasStackTraceContaining(BUG);
    }
  }
}
