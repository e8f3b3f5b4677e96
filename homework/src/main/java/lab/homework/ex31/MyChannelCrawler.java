package lab.homework.ex31;

import java.util.Set;
import java.util.concurrent.ThreadFactory;
import lab.homework.Web;
import lab.homework.ex25.Channels;

/**
 * Exercise 31: the crawl on channels. It runs on your own ones, of exercise 25.
 *
 * <p>To think about first: whoever sends waits until somebody receives. You send pages to threads that fetch, and they send you what they
 * found: what if both sides send at the same moment? How do you know which thread is free, so that sending it a page doesn't take long?
 * Does it help if each of them has channels of its own? Who decides whether a page is new, and why does that need no lock? And how does a
 * thread that waits for a page get to know that none will come any more?
 */
public final class MyChannelCrawler implements ChannelCrawler {

  @Override
  public Set<String> crawl(String seed, Web web, int width, Channels channels, ThreadFactory threads) throws InterruptedException {
    // TODO exercise 31: threads that receive pages and send what they found, and one, the caller's, that selects from all of them.
    throw new UnsupportedOperationException("exercise 31 is still to do");
  }
}
