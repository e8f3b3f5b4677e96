package lab.lecture.scheduler;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A host that is asked for pages, and counts.
 *
 * @param name such as {@code site}
 * @param requests how often it was asked for each page, by the host's name and the page's path
 */
record Server(String name, Map<String, Integer> requests) {

  /** Nobody has asked it yet. */
  Server(String name) {
    this(name, new ConcurrentHashMap<>());
  }

  /** One request. */
  void get(String path) {
    requests.merge(name + path, 1, Integer::sum);
  }
}
