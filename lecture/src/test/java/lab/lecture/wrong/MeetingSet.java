package lab.lecture.wrong;

import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/**
 * A set of URLs in which two threads meet: who would add a leaf waits until another thread is about to add one, too, or is
 * locked out by this one. So both have checked before either acts, if the guard lets them.
 */
final class MeetingSet extends AbstractSet<HttpUrl> {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Set<HttpUrl> urls = ConcurrentHashMap.newKeySet();
  private final Set<Thread> here = ConcurrentHashMap.newKeySet();

  @Override
  public boolean add(HttpUrl url) {
    if (url.encodedPath().startsWith("/leaf/") && here.add(Thread.currentThread())) {
      long me = Thread.currentThread().threadId();
      await().atMost(Duration.ofSeconds(60)).until(() -> here.size() == 2 || keepsSomebodyOut(me));
    }
    return urls.add(url);
  }

  private static boolean keepsSomebodyOut(long owner) {
    ThreadInfo[] all = THREADS.getThreadInfo(THREADS.getAllThreadIds());
    return Arrays.stream(all).filter(Objects::nonNull).anyMatch(thread -> thread.getLockOwnerId() == owner);
  }

  @Override
  public boolean contains(Object url) {
    return urls.contains(url);
  }

  @Override
  public Iterator<HttpUrl> iterator() {
    return urls.iterator();
  }

  @Override
  public int size() {
    return urls.size();
  }
}
