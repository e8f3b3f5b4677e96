package lab.homework.ex22;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import lab.homework.Page;

/** Wrong: it has futures, and waits for each of them. */
final class JoinsLoader implements AsyncLoader {

  @Override
  public CompletableFuture<Loaded> load(String url, AsyncWeb web, CompletableFuture<?> timeIsUp) {
    Page page = web.fetch(url).join();
    List<CompletableFuture<Page>> linked = page.links().stream().map(web::fetch).toList();
    return CompletableFuture.completedFuture(new Loaded(page, linked.stream().map(CompletableFuture::join).toList()));
  }
}
