package lab.homework.ex16;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;
import lab.homework.Page;
import lab.homework.Web;

/** Wrong: the first mirror that ends wins, and one that is broken ends first. */
final class FirstToEndLoader extends RightPageLoader {

  @Override
  public Page first(List<String> mirrors, Web web) throws IOException, InterruptedException {
    try (var scope = StructuredTaskScope.open(Joiner.<Page>allUntil(mirror -> true))) {
      mirrors.forEach(mirror -> scope.fork(() -> web.fetch(mirror)));
      Subtask<Page> first = scope.join().filter(mirror -> mirror.state() != Subtask.State.UNAVAILABLE).findFirst().orElseThrow();
      if (first.state() == Subtask.State.FAILED) {
        throw new IOException(first.exception());
      }
      return first.get();
    }
  }
}
