package lab.crawl;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Predicate;

/** Pages that wait and were never asked for: first in, first out. Not thread-safe: it belongs to the {@link Frontier}. */
interface PageQueue {
  void add(Page page);

  /** The first; there must be one. */
  Page remove();

  void removeIf(Predicate<Page> unwanted);

  int size();

  /** A queue of the pages themselves. */
  static PageQueue ofPages() {
    Queue<Page> pages = new ArrayDeque<>();
    return new PageQueue() {
      @Override
      public void add(Page page) {
        pages.add(page);
      }

      @Override
      public Page remove() {
        return pages.remove();
      }

      @Override
      public void removeIf(Predicate<Page> unwanted) {
        pages.removeIf(unwanted);
      }

      @Override
      public int size() {
        return pages.size();
      }
    };
  }

  /** A queue whose pages are made anew when their turn comes. */
  static PageQueue of(WaitingUrls urls) {
    return new PageQueue() {
      @Override
      public void add(Page page) {
        urls.add(new WaitingUrls.Waiting(page.url, page.depth));
      }

      @Override
      public Page remove() {
        WaitingUrls.Waiting first = urls.poll().orElseThrow();
        return new Page(first.url(), first.depth());
      }

      // Each goes to the end of the row once, so that their order stays.
      @Override
      public void removeIf(Predicate<Page> unwanted) {
        for (int left = urls.size(); left > 0; left--) {
          Page page = remove();
          if (!unwanted.test(page)) {
            add(page);
          }
        }
      }

      @Override
      public int size() {
        return urls.size();
      }
    };
  }
}
