package lab.homework.ex03;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lab.homework.Page;
import lab.homework.Web;

/** Each future is asked by itself, and what it throws is looked at before it is reported. */
class RightResilientFetcher implements ResilientFetcher {

  @Override
  public Report fetchAll(List<String> urls, Web web, int width) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(width);
    try {
      List<Future<Page>> fetches = urls.stream().map(url -> pool.submit(() -> web.fetch(url))).toList();
      Report report = new Report(new ArrayList<>(), new ArrayList<>());
      for (int i = 0; i < urls.size(); i++) {
        add(report, urls.get(i), fetches.get(i));
      }
      return report;
    } finally {
      pool.shutdownNow();
    }
  }

  void add(Report report, String url, Future<Page> fetch) throws InterruptedException {
    try {
      report.pages().add(fetch.get());
    } catch (ExecutionException e) {
      addFailure(report, url, e);
    }
  }

  void addFailure(Report report, String url, ExecutionException e) {
    if (!(e.getCause() instanceof IOException)) {
      throw new IllegalStateException("a bug in the fetch of " + url, e.getCause());
    }
    report.failures().add(new Failure(url, e.getCause().getMessage()));
  }
}
