package lab.homework.ex16;

import java.util.List;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;
import lab.homework.Page;
import lab.homework.Web;

/** Wrong: it joins, and then takes what happens to be there. */
final class IgnoresFailuresLoader extends RightPageLoader {

  @Override
  public WholePage load(String page, List<String> parts, Web web) throws InterruptedException {
    try (var scope = StructuredTaskScope.open(Joiner.<Page>awaitAll())) {
      Subtask<Page> whole = scope.fork(() -> web.fetch(page));
      List<Subtask<Page>> rest = parts.stream().map(part -> scope.<Page>fork(() -> web.fetch(part))).toList();
      scope.join();
      return new WholePage(whole.get(),
          rest.stream().filter(part -> part.state() == Subtask.State.SUCCESS).map(Subtask::get).toList());
    }
  }
}
