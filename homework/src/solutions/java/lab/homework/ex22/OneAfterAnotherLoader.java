package lab.homework.ex22;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import lab.homework.Page;

/** Wrong: nobody waits, but each page is asked for only when the one before it is there. */
final class OneAfterAnotherLoader extends RightAsyncLoader {

  @Override
  CompletableFuture<List<Page>> linked(
      Page page, AsyncWeb web, Queue<CompletableFuture<Page>> requests, CompletableFuture<Loaded> result) {
    CompletableFuture<List<Page>> all = CompletableFuture.completedFuture(List.of());
    for (String link : page.links()) {
      all = all.thenCompose(before -> request(link, web, requests, result)
          .thenApply(next -> Stream.concat(before.stream(), Stream.of(next)).toList()));
    }
    return all;
  }
}
