package lab.crawl;

import java.util.List;
import okhttp3.HttpUrl;

/** Tells another listener everything that it is told: for whoever changes one thing of it. */
public abstract class ForwardingListener implements CrawlListener {
  private final CrawlListener next;

  /** Forwards to that listener. */
  protected ForwardingListener(CrawlListener next) {
    this.next = next;
  }

  @Override
  public void begun(HttpUrl url) {
    next.begun(url);
  }

  @Override
  public void linked(HttpUrl page, List<String> outlinks) {
    next.linked(page, outlinks);
  }

  @Override
  public void visited(Visit visit, int visited, int known) {
    next.visited(visit, visited, known);
  }

  @Override
  public Lane lane() {
    return next.lane();
  }

  @Override
  public Lane lane(String name) {
    return next.lane(name);
  }

  @Override
  public Lane stack(String name) {
    return next.stack(name);
  }

  @Override
  public Journal journal() {
    return next.journal();
  }
}
