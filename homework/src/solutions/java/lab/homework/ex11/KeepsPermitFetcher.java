package lab.homework.ex11;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import lab.homework.Page;
import lab.homework.Web;

/** Wrong: whoever throws takes the permit along. */
final class KeepsPermitFetcher extends RightVirtualFetcher {

  @Override
  Page fetchInTurn(String url, Web web, Semaphore permits) throws IOException, InterruptedException {
    permits.acquire();
    Page page = web.fetch(url);
    permits.release();
    return page;
  }
}
