package lab.crawl.measure;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** When this JVM was launched. */
public final class JvmStart {
  /** The system property by which a launcher says when it launched this JVM: milliseconds since the epoch. */
  public static final String LAUNCHED_AT = "lab.launchedAt";

  private JvmStart() {}

  /** The time since the launch, to the millisecond. */
  public static Duration ago() {
    long launched = Long.getLong(LAUNCHED_AT, ManagementFactory.getRuntimeMXBean().getStartTime());
    return Duration.ofMillis(System.currentTimeMillis() - launched);
  }
}
