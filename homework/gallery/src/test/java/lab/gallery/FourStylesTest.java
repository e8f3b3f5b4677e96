package lab.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That the four styles do the same. */
class FourStylesTest {
  private final PracticeSite site = PracticeSite.start(SiteOptions.of("flat:5"));
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI page = site.url();

  @AfterEach
  void close() {
    client.close();
    site.close();
  }

  private List<URI> links(String text) {
    return Jsoup.parse(text, page.toString()).select("a[href]").eachAttr("abs:href").stream().map(URI::create).toList();
  }

  @Test
  void allCountTheSame() throws Exception {
    FourStyles styles = new FourStyles(client, this::links);

    int length = styles.blocking(page);

    assertThat(length).isGreaterThan(1_000);
    assertThat(styles.virtualThreads(page)).isEqualTo(length);
    assertThat(styles.futures(page).get(1, TimeUnit.MINUTES)).isEqualTo(length);
    CompletableFuture<Integer> called = new CompletableFuture<>();
    styles.callbacks(page, called::complete, called::completeExceptionally);
    assertThat(called.get(1, TimeUnit.MINUTES)).isEqualTo(length);
    assertThat(site.totals().requests()).isEqualTo(4 * 6);
  }

  @Test
  void aPageWithoutLinksIsCounted() throws Exception {
    FourStyles styles = new FourStyles(client, _ -> List.of());

    int length = styles.blocking(page);

    assertThat(styles.virtualThreads(page)).isEqualTo(length);
    assertThat(styles.futures(page).get(1, TimeUnit.MINUTES)).isEqualTo(length);
    CompletableFuture<Integer> called = new CompletableFuture<>();
    styles.callbacks(page, called::complete, called::completeExceptionally);
    assertThat(called.get(1, TimeUnit.MINUTES)).isEqualTo(length);
  }

  @Test
  void allTellOfAFailure() {
    URI nowhere = URI.create("http://127.0.0.1:9/");
    FourStyles styles = new FourStyles(client, _ -> List.of(nowhere));

    assertThatThrownBy(() -> styles.blocking(page)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> styles.virtualThreads(page)).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(IOException.class);
    assertThatThrownBy(() -> styles.futures(page).get(1, TimeUnit.MINUTES)).hasRootCauseInstanceOf(IOException.class);
    CompletableFuture<Integer> called = new CompletableFuture<>();
    styles.callbacks(page, called::complete, called::completeExceptionally);
    assertThatThrownBy(() -> called.get(1, TimeUnit.MINUTES)).hasRootCauseInstanceOf(IOException.class);
  }
}
