package lab.homework.ex03;

import java.util.concurrent.ExecutionException;

/** Wrong: whatever is thrown, it blames the page. */
final class BugIsAFailureFetcher extends RightResilientFetcher {

  @Override
  void addFailure(Report report, String url, ExecutionException e) {
    report.failures().add(new Failure(url, e.getCause().getMessage()));
  }
}
