package lab.homework.ex22;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import lab.homework.Page;

/** Wrong: allOf, and nothing else. That fails if one fails, but only when all the others are through. */
final class WaitsForAllLoader implements AsyncLoader {

  @Override
  public CompletableFuture<Loaded> load(String url, AsyncWeb web, CompletableFuture<?> timeIsUp) {
    CompletableFuture<Loaded> result = web.fetch(url).thenCompose(page -> {
      List<CompletableFuture<Page>> all = page.links().stream().map(web::fetch).toList();
      return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
          .thenApply(_ -> new Loaded(page, all.stream().map(CompletableFuture::join).toList()));
    });
    timeIsUp.thenRun(() -> result.completeExceptionally(new TimeoutException("time is up")));
    return result;
  }
}
