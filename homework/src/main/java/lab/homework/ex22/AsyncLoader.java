package lab.homework.ex22;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import lab.homework.Page;

/** Loads a page and all pages that it links, with futures only: no thread ever waits for a page. */
public interface AsyncLoader {

  /** Where the pages are. */
  @FunctionalInterface
  interface AsyncWeb {
    /**
     * Asks for a page and returns at once. The future completes with the page when that is there, on whichever thread brings it, or fails
     * with an {@link java.io.IOException}. Whoever cancels it ends the request.
     */
    CompletableFuture<Page> fetch(String url);
  }

  /**
   * A page and what it links.
   *
   * @param page the page
   * @param linked the pages that it links, in the order of its links
   */
  record Loaded(Page page, List<Page> linked) {}

  /**
   * Loads a page, and when that is there all pages that it links, at the same time. Returns at once.
   *
   * <p>For example: {@code /} links {@code /a} and {@code /b}. First {@code /} is asked for; when it is there, {@code /a} and
   * {@code /b} are. {@code /b} comes first, then {@code /a}, and then the result is complete: {@code /}, with {@code /a} and {@code /b}
   * in this order. Had {@code /b} failed, then the result would have failed at that moment, and {@code /a} would have been cancelled.
   *
   * @param url of the page
   * @param web where the pages are
   * @param timeIsUp completes when it has taken too long; perhaps never
   * @return what will complete with all of it. It fails as soon as any of the pages fails, with what that page's future failed with (or
   *     something that has it as its cause); and with a {@link java.util.concurrent.TimeoutException} (the same) as soon as time is up.
   *     Whenever it fails, all requests that are still under way are cancelled, and none is begun afterwards
   */
  CompletableFuture<Loaded> load(String url, AsyncWeb web, CompletableFuture<?> timeIsUp);
}
