package lab.homework.ex16;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lab.homework.Page;
import lab.homework.Web;

/** Wrong: it tells the other fetches to stop, and is gone before they have. */
final class LeavesThreadsLoader extends RightPageLoader {

  @Override
  public WholePage load(String page, List<String> parts, Web web) throws IOException, InterruptedException {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      ExecutorCompletionService<Page> fetches = new ExecutorCompletionService<>(threads);
      Future<Page> whole = fetches.submit(() -> web.fetch(page));
      List<Future<Page>> rest = parts.stream().map(part -> fetches.submit(() -> web.fetch(part))).toList();
      for (int i = 0; i <= parts.size(); i++) {
        fetches.take().get();
      }
      return new WholePage(whole.get(), rest.stream().map(Future::resultNow).toList());
    } catch (ExecutionException e) {
      throw asThrownByFetch(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
