package lab.lecture.scheduler;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the classes of this package look like, for the page that shows them: the build puts their sources beside them. */
public final class Sources {
  private Sources() {}

  /** Each scenario's source by the simple name of its class. */
  public static Map<String, String> all() {
    Map<String, String> sources = new TreeMap<>();
    Stream.of(CheckThenAct.class, WrongLock.class, RightLock.class, TwoOrders.class, OneOrder.class, WaitWithoutLoop.class, LostWakeUp.class,
            WaitInLoop.class)
        .forEach(type -> sources.put(type.getSimpleName(), source(type)));
    return sources;
  }

  private static String source(Class<?> type) {
    try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".java")) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: the source of " + type.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
