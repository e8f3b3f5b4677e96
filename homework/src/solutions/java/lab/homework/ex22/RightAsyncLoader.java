package lab.homework.ex22;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import lab.homework.Page;

/** One future for the result, which whatever goes wrong completes first; when it fails it takes all requests along. */
class RightAsyncLoader implements AsyncLoader {

  @Override
  public CompletableFuture<Loaded> load(String url, AsyncWeb web, CompletableFuture<?> timeIsUp) {
    CompletableFuture<Loaded> result = new CompletableFuture<>();
    Queue<CompletableFuture<Page>> requests = new ConcurrentLinkedQueue<>();
    result.whenComplete((_, failure) -> {
      if (failure != null) {
        cancel(requests);
      }
    });
    whenUp(timeIsUp, result);
    request(url, web, requests, result)
        .thenCompose(page -> linked(page, web, requests, result).thenApply(linked -> new Loaded(page, linked)))
        .thenAccept(result::complete);
    return result;
  }

  void whenUp(CompletableFuture<?> timeIsUp, CompletableFuture<Loaded> result) {
    timeIsUp.thenRun(() -> result.completeExceptionally(new TimeoutException("time is up")));
  }

  /** Asks for a page; if it fails, the result does. */
  final CompletableFuture<Page> request(
      String url, AsyncWeb web, Queue<CompletableFuture<Page>> requests, CompletableFuture<Loaded> result) {
    if (result.isDone()) {
      return CompletableFuture.failedFuture(new IllegalStateException("it is over already"));
    }
    CompletableFuture<Page> request = web.fetch(url);
    requests.add(request);
    if (result.isCompletedExceptionally()) {
      cancel(requests);
    }
    request.whenComplete((_, failure) -> {
      if (failure != null) {
        fail(result, failure);
      }
    });
    return request;
  }

  void fail(CompletableFuture<Loaded> result, Throwable failure) {
    result.completeExceptionally(failure);
  }

  CompletableFuture<List<Page>> linked(
      Page page, AsyncWeb web, Queue<CompletableFuture<Page>> requests, CompletableFuture<Loaded> result) {
    List<CompletableFuture<Page>> all = page.links().stream().map(link -> request(link, web, requests, result)).toList();
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
        .thenApply(_ -> all.stream().map(CompletableFuture::join).toList());
  }

  void cancel(Queue<CompletableFuture<Page>> requests) {
    requests.forEach(request -> request.cancel(true));
  }
}
