package lab.homework.ex20;

import java.util.function.UnaryOperator;

/** Settings of a crawl that may be changed while it runs: each worker looks at them before each page. Safe for use by many threads. */
public interface LiveSettings {

  /** What can be set; never changes: other settings are another object. */
  interface Settings {
    /** How many pages may be in flight at a time. */
    int width();

    /** How long to wait between two requests to a host. */
    long delayMillis();
  }

  /**
   * The settings as they are now: width and delay from the same change. Never waits, not even while another thread is in
   * {@link #change}.
   *
   * <p>For example: after {@code change} from width 8 and delay 0 to width 2 and delay 500, a worker gets 8 and 0 or 2 and 500, and once it
   * has got 2 and 500 never 8 and 0 again; it never gets 2 and 0.
   */
  Settings get();

  /**
   * Changes the settings. When two threads do so at the same time, both changes count: one of them gets what the other one made.
   *
   * @param change makes the new settings of the old ones; takes its time, and may be called again if another change came first
   */
  void change(UnaryOperator<Settings> change);

  /** Tells all workers to end. */
  void stop();

  /** Whether the workers have been told to end. Never waits. A thread that asks again and again will get to know it. */
  boolean isStopped();
}
