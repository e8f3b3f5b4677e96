package lab.crawl.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lab.crawl.measure.Timeline.LaneRecord;
import lab.crawl.measure.Timeline.TimedSpan;

/**
 * Timelines in the Trace Event Format, the JSON that Perfetto (ui.perfetto.dev) and Chrome's chrome://tracing open. Its
 * fields have the names that the format gives them ("Trace Event Format", Nat Duca and Dan Sinclair, 2016).
 *
 * @param traceEvents all events
 * @param displayTimeUnit how the viewer shows times
 */
public record Trace(List<Event> traceEvents, String displayTimeUnit) {

  /**
   * One event.
   *
   * @param name what happens
   * @param cat its category
   * @param ph its phase: X a complete event, b and e the begin and the end of an asynchronous one, M metadata
   * @param ts when it begins, in microseconds
   * @param dur how long it takes, in microseconds; only of a complete event
   * @param pid here the crawl, from 1 on
   * @param tid here the lane, from 1 on
   * @param id ties begin and end of an asynchronous event together
   * @param args what the viewer shows beside it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Event(
      String name, String cat, String ph, long ts, Long dur, int pid, int tid, String id, Map<String, Object> args) {}

  /**
   * The trace of some crawls.
   *
   * @param crawls their timelines, by the name that the viewer is to show
   */
  public static Trace of(Map<String, Timeline> crawls) {
    List<Event> events = new ArrayList<>();
    int pid = 0;
    for (Map.Entry<String, Timeline> crawl : crawls.entrySet()) {
      pid++;
      events.add(metadata("process_name", pid, 0, Map.of("name", crawl.getKey())));
      addCrawl(events, pid, crawl.getValue());
    }
    return new Trace(List.copyOf(events), "ms");
  }

  private static void addCrawl(List<Event> events, int pid, Timeline timeline) {
    int tid = 0;
    for (LaneRecord lane : timeline.lanes()) {
      tid++;
      events.add(metadata("thread_name", pid, tid, Map.of("name", lane.name())));
      events.add(metadata("thread_sort_index", pid, tid, Map.of("sort_index", tid)));
      for (TimedSpan span : lane.spans().toList()) {
        events.add(complete(pid, tid, span, timeline));
      }
    }
    addQueued(events, pid, timeline);
  }

  private static Event complete(int pid, int tid, TimedSpan span, Timeline timeline) {
    Map<String, Object> args = span.url() < 0 ? Map.of() : Map.of("url", timeline.urls().get(span.url()));
    String group = span.kind().group().name().toLowerCase(Locale.ROOT);
    return new Event(span.kind().label(), group, "X", span.begin(), span.length(), pid, tid, null, args);
  }

  /** How long each page waited in the frontier: these overlap, and belong to no lane. */
  private static void addQueued(List<Event> events, int pid, Timeline timeline) {
    timeline.queued().forEach((page, wait) -> {
      Map<String, Object> args = Map.of("url", timeline.urls().get(page));
      String id = pid + "/" + page;
      events.add(new Event("queue", "frontier", "b", wait.begin(), null, pid, 0, id, args));
      events.add(new Event("queue", "frontier", "e", wait.end(), null, pid, 0, id, null));
    });
  }

  private static Event metadata(String name, int pid, int tid, Map<String, Object> args) {
    return new Event(name, "__metadata", "M", 0, null, pid, tid, null, args);
  }
}
