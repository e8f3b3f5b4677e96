package lab.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import lab.contract.OddReply;
import lab.crawl.CrawlPlan;
import lab.crawl.FetchResult;
import lab.crawl.Lane;
import lab.crawl.Span;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a library throws unchecked while it fetches a page fails the page; what we throw is a bug, and ends the crawl. */
@Timeout(60)
class LibraryFaultTest {

  @Test
  void whatTheLibraryThrowsFailsThePage() throws Exception {
    UnaryOperator<OkHttpClient.Builder> change = builder -> builder.addInterceptor(chain -> {
      Headers.of("a name without a value");
      return chain.proceed(chain.request());
    });
    try (ScriptedServer server = new ScriptedServer();
        BlockingFetcher fetcher = new BlockingFetcher(CrawlPlan.of(server.url("/")).build(), change)) {
      assertThat(fetcher.fetch(server.url("/"))).isInstanceOfSatisfying(FetchResult.Failure.class, failure -> {
        assertThat(failure.kind().label()).isEqualTo("malformed-reply");
        assertThat(failure.detail()).startsWith("java.lang.IllegalArgumentException: ");
      });
    }
  }

  @Test
  void whatOurCodeThrowsWithinTheLibraryIsABug() throws Exception {
    IllegalStateException bug = new IllegalStateException("a bug");
    assertComesOut(bug, builder -> builder.addNetworkInterceptor(throwing(bug)), Lane.NONE);
  }

  private static Interceptor throwing(RuntimeException bug) {
    return _ -> {
      throw bug;
    };
  }

  @Test
  void whatALaneThrowsIsABug() throws Exception {
    IllegalStateException bug = new IllegalStateException("a bug");
    Lane lane = new Lane() {
      @Override
      public Begun begin() {
        throw bug;
      }

      @Override
      public void add(Span span) {
        throw bug;
      }
    };
    assertComesOut(bug, UnaryOperator.identity(), lane);
  }

  private static void assertComesOut(RuntimeException bug, UnaryOperator<OkHttpClient.Builder> change, Lane lane)
      throws Exception {
    try (ScriptedServer server = new ScriptedServer();
        BlockingFetcher fetcher = new BlockingFetcher(CrawlPlan.of(server.url("/")).build(), change)) {
      assertThatThrownBy(() -> fetcher.fetch(server.url("/"), lane)).isSameAs(bug);
    }
  }

  /** A file is where the folder should be: so it is for whoever runs the crawl to mend, and no page's fault. */
  @Test
  void aBodyThatCannotBeWrittenIsABug(@TempDir Path folder) throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.send("", new byte[3 << 20]));
        BlockingFetcher fetcher = new BlockingFetcher(CrawlPlan.of(server.url("/")).out(file.resolve("out")).build())) {
      assertThatThrownBy(() -> fetcher.fetch(server.url("/")))
          .isInstanceOf(UncheckedIOException.class).hasCauseInstanceOf(IOException.class).hasMessageContaining(file.toString());
      assertThat(OddReply.outcome(fetcher.fetch(server.url("/")))).as("the next page").isEqualTo("saved");
    }
  }
}
