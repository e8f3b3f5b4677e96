package lab.homework.ex16;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lab.homework.Page;
import lab.homework.Web;

/** Wrong: closing an executor waits for its tasks, but nobody has told them that they are in vain. */
final class WaitsForAllLoader extends RightPageLoader {

  @Override
  public WholePage load(String page, List<String> parts, Web web) throws IOException, InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Page> whole = threads.submit(() -> web.fetch(page));
      List<Future<Page>> rest = parts.stream().map(part -> threads.submit(() -> web.fetch(part))).toList();
      List<Page> pages = new ArrayList<>();
      for (Future<Page> part : rest) {
        pages.add(part.get());
      }
      return new WholePage(whole.get(), pages);
    } catch (ExecutionException e) {
      throw asThrownByFetch(e);
    }
  }
}
