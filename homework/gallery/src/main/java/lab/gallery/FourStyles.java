package lab.gallery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * One small task in four styles: fetch a page and all that it links, and count the characters of all together. What differs is only how
 * the program says what comes after a wait.
 */
public final class FourStyles {
  private final HttpClient client;
  private final Function<String, List<URI>> links;

  /**
   * The task with its tools.
   *
   * @param links which pages a page's text links, absolute
   */
  public FourStyles(HttpClient client, Function<String, List<URI>> links) {
    this.client = client;
    this.links = links;
  }

  /** The thread waits for each page. What comes next is the next line. */
  public int blocking(URI page) throws IOException, InterruptedException {
    String text = fetch(page);
    int length = text.length();
    for (URI link : links.apply(text)) {
      length += fetch(link).length();
    }
    return length;
  }

  private String fetch(URI page) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
  }

  /** Nobody waits. What comes next is a function that is called then. */
  public void callbacks(URI page, IntConsumer then, Consumer<Throwable> failed) {
    whenFetched(page, text -> {
      List<URI> rest = links.apply(text);
      AtomicInteger length = new AtomicInteger();
      AtomicInteger left = new AtomicInteger(1 + rest.size());
      Consumer<String> count = any -> {
        length.addAndGet(any.length());
        if (left.decrementAndGet() == 0) {
          then.accept(length.get());
        }
      };
      rest.forEach(link -> whenFetched(link, count, failed));
      count.accept(text);
    }, failed);
  }

  private void whenFetched(URI page, Consumer<String> then, Consumer<Throwable> failed) {
    future(page).thenAccept(then).exceptionally(e -> {
      failed.accept(e);
      return null;
    });
  }

  /** Nobody waits. What comes next is chained to a value that isn't there yet; failures find their way along the chain. */
  public CompletableFuture<Integer> futures(URI page) {
    return future(page).thenCompose(text -> {
      List<CompletableFuture<String>> rest = links.apply(text).stream().map(this::future).toList();
      return CompletableFuture.allOf(rest.toArray(CompletableFuture[]::new))
          .thenApply(_ -> text.length() + rest.stream().mapToInt(other -> other.join().length()).sum());
    });
  }

  private CompletableFuture<String> future(URI page) {
    return client.sendAsync(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).thenApply(HttpResponse::body);
  }

  /** Each wait has a thread again, because a virtual one costs nearly nothing. What comes next is the next line. */
  public int virtualThreads(URI page) throws IOException, InterruptedException, ExecutionException {
    String text = fetch(page);
    List<Callable<String>> rest = new ArrayList<>();
    for (URI link : links.apply(text)) {
      rest.add(() -> fetch(link));
    }
    int length = text.length();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> other : threads.invokeAll(rest)) {
        length += other.get().length();
      }
    }
    return length;
  }
}
