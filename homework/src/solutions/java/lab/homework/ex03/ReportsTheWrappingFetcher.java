package lab.homework.ex03;

import java.io.IOException;
import java.util.concurrent.ExecutionException;

/** Wrong: the reason is what the wrapping says, not what it wraps. */
final class ReportsTheWrappingFetcher extends RightResilientFetcher {

  @Override
  void addFailure(Report report, String url, ExecutionException e) {
    if (!(e.getCause() instanceof IOException)) {
      super.addFailure(report, url, e);
    }
    report.failures().add(new Failure(url, e.getMessage()));
  }
}
