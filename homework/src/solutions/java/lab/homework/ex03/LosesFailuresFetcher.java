package lab.homework.ex03;

import java.io.IOException;
import java.util.concurrent.ExecutionException;

/** Wrong: a page that can't be had is left out, and nobody hears of it. */
final class LosesFailuresFetcher extends RightResilientFetcher {

  @Override
  void addFailure(Report report, String url, ExecutionException e) {
    if (!(e.getCause() instanceof IOException)) {
      super.addFailure(report, url, e);
    }
  }
}
