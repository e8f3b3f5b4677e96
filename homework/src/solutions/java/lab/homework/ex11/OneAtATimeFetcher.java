package lab.homework.ex11;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import lab.homework.Page;
import lab.homework.Web;

/** Wrong: it waits for the network inside a lock, to be on the safe side. */
final class OneAtATimeFetcher extends RightVirtualFetcher {

  @Override
  synchronized Page fetchInTurn(String url, Web web, Semaphore permits) throws IOException, InterruptedException {
    return super.fetchInTurn(url, web, permits);
  }
}
