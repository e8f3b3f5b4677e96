package lab.lecture.tools;

import static lab.lecture.verdicts.Words.say;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import lab.contract.CrawlerContract;
import lab.crawl.CrawlPlan;
import lab.crawl.Crawler;
import lab.lecture.faults.Fault;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The contract kit, on the whole crawler, until the first rule that fails. Rules about what these crawlers don't claim to do are left out:
 * scope, retries, limits, politeness, going on.
 */
final class ContractKit implements Asked {
  private static final Pattern RULES = Pattern.compile("(1\\.[1256]|3\\.[89]|6\\.[12]|7\\.3|8\\.[13-7]|9\\.[1234]|10\\.[123]) .*");
  private static final Pattern RULE = Pattern.compile("\\d+\\.\\d+ .*");
  private static Fault fault;

  /** The contract of a crawler with that fault. */
  static final class OfFault extends CrawlerContract {
    @Override
    protected Crawler newCrawler(CrawlPlan plan) {
      return fault.newCrawler(plan);
    }

    @Override
    protected Duration patience() {
      return Duration.ofSeconds(20);
    }
  }

  @Override
  public Find about(Fault asked) {
    fault = asked;
    Listener listener = new Listener();
    LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
        .selectors(DiscoverySelectors.selectClass(OfFault.class))
        .filters((PostDiscoveryFilter) test -> FilterResult.includedIf(
            !RULE.matcher(test.getDisplayName()).matches() || RULES.matcher(test.getDisplayName()).matches()))
        .build();
    LauncherFactory.create().execute(request, listener);
    if (listener.kept.isEmpty()) {
      throw new IllegalStateException("no rule was tried");
    }
    return Find.notFound(say("tools.rules.many", listener.kept.size()));
  }

  private static final class Listener implements TestExecutionListener {
    private final Set<String> kept = new HashSet<>();
    private TestPlan plan;

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
      plan = testPlan;
    }

    /** Of a test that is run with several values the rule is the parent. */
    private String rule(TestIdentifier test) {
      return RULE.matcher(test.getDisplayName()).matches() ? test.getDisplayName() : plan.getParent(test).map(this::rule).orElse("?");
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (!test.isTest()) {
        result.getThrowable().ifPresent(why -> {
          throw new IllegalStateException(test.getDisplayName() + " could not be tried", why);
        });
        return;
      }
      System.out.println(result.getStatus() + " " + test.getDisplayName());
      if (result.getStatus() == TestExecutionResult.Status.FAILED) {
        String why = result.getThrowable().map(Throwable::toString).orElse("");
        // At once: the rules that follow would only take time.
        ToolMain.answer(Find.found(say("tools.rule", rule(test).split(" ")[0]), rule(test) + "\n" + why));
      }
      if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
        kept.add(rule(test));
      }
    }
  }
}
