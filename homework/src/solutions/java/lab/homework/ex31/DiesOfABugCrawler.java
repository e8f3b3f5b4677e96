package lab.homework.ex31;

import java.io.IOException;
import lab.homework.Web;
/** Wrong: a bug ends the thread that met it, and nobody hears of it. */
final class DiesOfABugCrawler extends RightChannelCrawler {

  @Override
  Outcome fetch(Web web, String url) throws InterruptedException {
    try {
      return new Outcome.Fetched(web.fetch(url));
    } catch (IOException e) {
      return new Outcome.Failed();
    }
  }
}
