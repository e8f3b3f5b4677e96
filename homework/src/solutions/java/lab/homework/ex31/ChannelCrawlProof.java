package lab.homework.ex31;

import static lab.homework.ex31.ChannelCrawlCheck.ALL;
import static lab.homework.ex31.ChannelCrawlCheck.AS_WIDE;
import static lab.homework.ex31.ChannelCrawlCheck.BUG;
import static lab.homework.ex31.ChannelCrawlCheck.IN_FLIGHT;
import static lab.homework.ex31.ChannelCrawlCheck.NONE_LEFT;
import static lab.homework.ex31.ChannelCrawlCheck.ONCE;
import static lab.homework.ex31.ChannelCrawlCheck.SHARES;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.ex25.ChannelProof;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 31 is checked by; on the right channels of exercise 25. */
public final class ChannelCrawlProof implements Proof<ChannelCrawler> {

  @Override
  public Exercise<ChannelCrawler> exercise() {
    return new ChannelCrawlCheck(new ChannelProof().right());
  }

  @Override
  public Supplier<ChannelCrawler> right() {
    return RightChannelCrawler::new;
  }

  @Override
  public List<Wrong<ChannelCrawler>> wrong() {
    return List.of(
        new Wrong<>("sends without knowing who is free", SendsAnywayCrawler::new, ALL, "\"the caller\" waits to send"),
        new Wrong<>("over when no page waits", NothingWaitsCrawler::new, ALL, "though some are still being fetched"),
        new Wrong<>("a set for all threads", SharesASetCrawler::new, SHARES, "ConcurrentHashMap"),
        new Wrong<>("a lock", LocksCrawler::new, SHARES, "you use a lock"),
        new Wrong<>("a lock in an anonymous class", LocksInsideCrawler::new, SHARES, "you use a lock"),
        new Wrong<>("a set that the library locks", SharesALockedSetCrawler::new, SHARES, "a synchronized collection"),
        new Wrong<>("known when it is back", KnownWhenBackCrawler::new, ONCE, "or when it is found"),
        new Wrong<>("takes the last ones in, and goes", LastOnesCrawler::new, IN_FLIGHT, "Count those as well"),
        new Wrong<>("one by one", OneByOneCrawler::new, AS_WIDE, "what do you wait for"),
        new Wrong<>("leaves its threads", LeavesThreadsCrawler::new, NONE_LEFT, "close() does"),
        new Wrong<>("dies of a bug", DiesOfABugCrawler::new, BUG, "its thread is gone"));
  }
}
