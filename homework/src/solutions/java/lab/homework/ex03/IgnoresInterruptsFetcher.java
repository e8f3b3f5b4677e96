package lab.homework.ex03;

import java.util.concurrent.Future;
import lab.homework.Page;

/** Wrong: an interrupt is one more exception to get rid of. */
final class IgnoresInterruptsFetcher extends RightResilientFetcher {

  @Override
  void add(Report report, String url, Future<Page> fetch) {
    try {
      super.add(report, url, fetch);
    } catch (InterruptedException e) {
      report.failures().add(new Failure(url, "interrupted"));
    }
  }
}
