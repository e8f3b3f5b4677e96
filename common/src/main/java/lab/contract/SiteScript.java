package lab.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lab.fixtures.PracticeSite;
import lab.fixtures.SiteOptions;

/** A small website, written down path by path; each path that is not written down is a 404. */
final class SiteScript {
  private final List<Map<String, Object>> stubs = new ArrayList<>();

  /**
   * Says what a path answers.
   *
   * @param path with its query, if any
   * @param answers the first request gets the first one, and so on; every later request gets the last one
   */
  SiteScript on(String path, Answer... answers) {
    return add(Map.of("method", "GET", "url", path), path, answers);
  }

  /**
   * Says that a path hasn't changed, to whoever asks with exactly these headers.
   *
   * @param answers what to say instead of that, as above
   */
  SiteScript notModified(String path, Map<String, String> headers, Answer... answers) {
    Map<String, Object> conditions = new HashMap<>();
    headers.forEach((name, value) -> conditions.put(name, Map.of("equalTo", value)));
    Map<String, Object> request = Map.of("method", "GET", "url", path, "headers", conditions);
    return add(request, path + " on condition", answers.length == 0 ? new Answer[] {Answer.status(304)} : answers);
  }

  private SiteScript add(Map<String, Object> request, String scenario, Answer... answers) {
    for (int i = 0; i < answers.length; i++) {
      Map<String, Object> stub = new HashMap<>();
      stub.put("request", request);
      stub.put("response", answers[i].json());
      stub.put("priority", request.containsKey("headers") ? 1 : 5); // 1 comes first, 5 is usual
      if (answers.length > 1) {
        stub.put("scenarioName", scenario);
        stub.put("requiredScenarioState", state(i));
        stub.put("newScenarioState", state(Math.min(i + 1, answers.length - 1)));
      }
      stubs.add(stub);
    }
    return this;
  }

  private static String state(int requests) {
    return requests == 0 ? "Started" : "after " + requests;
  }

  /** Serves it, in this JVM: the practice site with these stubs on top, in WireMock's own format. */
  PracticeSite start() {
    try {
      Path folder = Files.createTempDirectory("stubs");
      Path mappings = Files.createDirectory(folder.resolve("mappings"));
      Path file = mappings.resolve("script.json");
      new ObjectMapper().writeValue(file.toFile(), Map.of("mappings", stubs));
      try {
        return PracticeSite.start(SiteOptions.of("flat:1").withStubs(folder));
      } finally {
        // The server has read them by now.
        Files.delete(file);
        Files.delete(mappings);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the site's stubs", e);
    }
  }
}
