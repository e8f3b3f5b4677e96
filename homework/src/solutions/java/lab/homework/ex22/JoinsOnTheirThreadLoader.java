package lab.homework.ex22;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import lab.homework.Page;

/** Wrong: it returns at once, but the thread that brings the page has to wait for all that the page links. */
final class JoinsOnTheirThreadLoader extends RightAsyncLoader {

  @Override
  CompletableFuture<List<Page>> linked(
      Page page, AsyncWeb web, Queue<CompletableFuture<Page>> requests, CompletableFuture<Loaded> result) {
    List<CompletableFuture<Page>> all = page.links().stream().map(link -> request(link, web, requests, result)).toList();
    return CompletableFuture.completedFuture(all.stream().map(CompletableFuture::join).toList());
  }
}
