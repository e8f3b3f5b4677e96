package lab.crawl.cluster;

import java.util.ArrayList;
import java.util.List;

/** Members in JVMs of their own on this machine. They stay for the next crawl, warm; one that dies is replaced. */
final class ProcessTeam implements Team {
  /** So many that died before they had joined are a sign that none will. */
  private static final int DEAD_STARTS_TO_GIVE_UP = 3;

  private final StoreAddress store;
  private final List<Integer> widths;
  private final List<MemberProcess> members = new ArrayList<>();
  private StoredCrawl crawl;
  private int deadStarts;

  /** As many members as there are widths; none is started yet. */
  ProcessTeam(StoreAddress store, List<Integer> widths) {
    this.store = store;
    this.widths = widths;
  }

  @Override
  public void begin(StoredCrawl next) {
    crawl = next;
    for (int i = 0; i < widths.size(); i++) {
      if (i == members.size()) {
        members.add(MemberProcess.start(store));
      }
      members.get(i).join(crawl, widths.get(i));
    }
  }

  @Override
  public void lookAfter(Crawls crawls) throws InterruptedException {
    for (int i = 0; i < members.size(); i++) {
      MemberProcess member = members.get(i);
      if (!member.isAlive()) {
        bury(crawls, member);
        members.set(i, MemberProcess.start(store));
        members.get(i).join(crawl, widths.get(i));
      }
    }
  }

  /** That its process has ended is known here before anybody misses its connection. */
  private void bury(Crawls crawls, MemberProcess dead) throws InterruptedException {
    deadStarts = crawls.bury(crawl, dead.pid()) ? 0 : deadStarts + 1;
    if (deadStarts == DEAD_STARTS_TO_GIVE_UP) {
      throw new StoreException("cannot start a member: " + deadStarts + " ended before they had joined");
    }
  }

  @Override
  public void stop() {
    members.forEach(MemberProcess::letEnd);
    members.forEach(MemberProcess::awaitEnd);
    members.clear();
  }

  @Override
  public void close() {
    stop();
  }
}
