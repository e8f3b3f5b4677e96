package lab.crawl.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lab.crawl.measure.Json;
import lab.crawl.measure.PlanRecord;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a crawl that may go on later.
 *
 * @param format the version of the folder's files that this program writes
 */
record SavedPlan(int format, PlanRecord plan) {
  private static final int FORMAT = 1;

  /** What may differ from one part of a crawl to the next, because no result depends on it. */
  private static final Set<String> FREE = Set.of(
      "plan.concurrency", "plan.fetch.timeout", "plan.retries.patience", "plan.work.interpreterLock", "plan.work.replies");

  /** The same of all values that begin so. */
  private static final String FREE_GROUP = "plan.politeness.";

  /** What may differ from a crawl to its update, besides: what the site itself says, and where the update's exchanges are archived. */
  private static final Set<String> FREE_OF_UPDATE = Set.of("plan.robots.", "plan.sitemaps.files", "plan.sitemaps.problems", "plan.work.warc");

  /** Of a value, so that what differs is one line on a terminal: sitemaps may list thousands of pages. */
  private static final int LONGEST_SHOWN = 200;

  static SavedPlan of(PlanRecord plan) {
    return new SavedPlan(FORMAT, plan);
  }

  /** The first thing in which a crawl by that plan could differ from this one, in words; empty if it goes on with this one. */
  Optional<String> difference(SavedPlan now) {
    return difference(now, Set.of());
  }

  /** The first thing in which a crawl by that plan is no update of this one, in words; empty if it is one. */
  Optional<String> differenceOfUpdate(SavedPlan now) {
    return difference(now, FREE_OF_UPDATE);
  }

  private Optional<String> difference(SavedPlan now, Set<String> free) {
    Map<String, String> then = values();
    Map<String, String> today = now.values();
    Set<String> names = new TreeSet<>(then.keySet());
    names.addAll(today.keySet());
    names.removeIf(name -> FREE.contains(name) || name.startsWith(FREE_GROUP) || free.stream().anyMatch(name::startsWith));
    return names.stream()
        .filter(name -> !then.getOrDefault(name, "").equals(today.getOrDefault(name, "")))
        .map(name -> name.replace("plan.", "") + " was " + shown(then.get(name)) + " and is now " + shown(today.get(name)))
        .findFirst();
  }

  private static String shown(@Nullable String value) {
    if (value == null) {
      return "not given";
    }
    return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
  }

  /** All values by their paths, such as {@code plan.limits.maxDepth}. */
  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    addValues(Json.tree(this), "", values);
    return values;
  }

  private static void addValues(JsonNode node, String path, Map<String, String> values) {
    if (node.isObject()) {
      node.properties().forEach(field -> addValues(field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), values));
    } else {
      values.put(path, node.isTextual() ? node.textValue() : node.toString());
    }
  }
}
