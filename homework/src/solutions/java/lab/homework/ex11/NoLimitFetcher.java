package lab.homework.ex11;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import lab.homework.Page;
import lab.homework.Web;

/** Wrong: threads are cheap, so all of them fetch at once. */
final class NoLimitFetcher extends RightVirtualFetcher {

  @Override
  Page fetchInTurn(String url, Web web, Semaphore permits) throws IOException, InterruptedException {
    return web.fetch(url);
  }
}
