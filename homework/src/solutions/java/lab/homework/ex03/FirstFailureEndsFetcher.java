package lab.homework.ex03;

import java.util.concurrent.ExecutionException;

/** Wrong: it has to catch what Future.get throws, and makes something unchecked of it. */
final class FirstFailureEndsFetcher extends RightResilientFetcher {

  @Override
  void addFailure(Report report, String url, ExecutionException e) {
    throw new IllegalStateException(e);
  }
}
