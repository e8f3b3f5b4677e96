package lab.contract;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs the contract on a crawler inside of a test, as JUnit would. */
final class Kit {
  private static final Pattern RULE = Pattern.compile("(\\d+\\.\\d+) (.*)");

  private Kit() {}

  /** What each rule that failed says; empty if all hold. Without any rules all of them are run. */
  static Map<String, String> failures(
      Function<CrawlPlan, Crawler> factory, Duration patience, Collection<String> rules) {
    KitSubject.factory = factory;
    KitSubject.patience = patience;
    Map<String, String> failures = new TreeMap<>();
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(KitSubject.class))
        .filters(only(rules))
        .execute()
        .allEvents()
        .failed().stream()
        .forEach(event -> failures.merge(rule(event.getTestDescriptor()), message(event), (a, b) -> a + "\n" + b));
    return failures;
  }

  private static PostDiscoveryFilter only(Collection<String> rules) {
    return descriptor -> {
      Matcher rule = RULE.matcher(descriptor.getDisplayName());
      return FilterResult.includedIf(rules.isEmpty() || !rule.matches() || rules.contains(rule.group(1)));
    };
  }

  /** The rule that a test, or a group of them, is about. */
  private static String rule(TestDescriptor test) {
    Matcher rule = RULE.matcher(test.getDisplayName());
    return rule.matches() ? rule.group(1) : test.getParent().map(Kit::rule).orElse("?");
  }

  private static String message(Event event) {
    return event.getRequiredPayload(TestExecutionResult.class).getThrowable().map(Throwable::toString).orElse("");
  }

  /** All rules, each with its number: {@code "1.1 Every URL ..."}. */
  static Set<String> rules() {
    Set<String> rules = new TreeSet<>();
    EngineTestKit.engine("junit-jupiter").selectors(selectClass(KitSubject.class)).discover().getEngineDescriptor()
        .getDescendants().stream()
        .map(TestDescriptor::getDisplayName)
        .filter(RULE.asMatchPredicate())
        .forEach(rules::add);
    return rules;
  }
}
