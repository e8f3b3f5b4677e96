package lab.homework.ex16;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;
import lab.homework.Page;
import lab.homework.Web;

/** A scope for each call; which fetches the scope cancels, and when, is its joiner's business. */
class RightPageLoader implements PageLoader {

  @Override
  public WholePage load(String page, List<String> parts, Web web) throws IOException, InterruptedException {
    try (var scope = StructuredTaskScope.open(Joiner.<Page>awaitAllSuccessfulOrThrow())) {
      Subtask<Page> whole = scope.fork(() -> web.fetch(page));
      List<Subtask<Page>> rest = parts.stream().map(part -> scope.<Page>fork(() -> web.fetch(part))).toList();
      scope.join();
      return new WholePage(whole.get(), rest.stream().map(Subtask::get).toList());
    } catch (FailedException e) {
      throw asThrownByFetch(e);
    }
  }

  @Override
  public Page first(List<String> mirrors, Web web) throws IOException, InterruptedException {
    try (var scope = StructuredTaskScope.open(Joiner.<Page>anySuccessfulResultOrThrow())) {
      mirrors.forEach(mirror -> scope.fork(() -> web.fetch(mirror)));
      return scope.join();
    } catch (FailedException e) {
      throw asThrownByFetch(e);
    }
  }

  /** Takes the failure out of what the scope has wrapped around it. */
  static IOException asThrownByFetch(Exception wrapped) {
    return wrapped.getCause() instanceof IOException failure ? failure : new IOException(wrapped);
  }
}
