package lab.lecture.tools;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static lab.lecture.verdicts.Words.say;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lab.crawl.async.http.Fetcher;
import lab.crawl.fetch.BlockingFetcher;
import lab.lecture.faults.Fault;

/**
 * Rules for ArchUnit as a team may agree on them: it sees who has which fields and calls what, and not in which order or under which lock. So
 * most of them forbid what is easily done wrong, and hit right uses as well.
 */
final class ArchRules implements Asked {
  private static final DescribedPredicate<JavaMethodCall> WAIT_OR_NOTIFY = DescribedPredicate.describe(
      "Object.wait or notify",
      call -> call.getTargetOwner().isEquivalentTo(Object.class) && Set.of("wait", "notify", "notifyAll").contains(call.getName()));

  private static final List<ArchRule> RULES = Stream.of(
          fields().that().areNotFinal().should().haveModifier(JavaModifier.VOLATILE).orShould().beAnnotatedWith(GuardedBy.class)
              .as("what threads share is final, volatile, or says what guards it"),
          noFields().that().haveModifier(JavaModifier.VOLATILE).should().haveRawType(int.class)
              .as("no count is volatile: it is an AtomicInteger"),
          noClasses().should().callMethodWhere(WAIT_OR_NOTIFY)
              .as("nobody calls wait or notify: there are queues that block"),
          noClasses().should().callMethodWhere(DescribedPredicate.describe("submit", call -> call.getName().equals("submit")))
              .as("nobody submits a task: its exception would wait in a future"),
          noClasses().that().areAssignableTo(Fetcher.class).should().dependOnClassesThat().areAssignableTo(BlockingFetcher.class)
              .as("what fetches on the loop knows no client that blocks"))
      .map(rule -> rule.allowEmptyShould(true))
      .toList();

  @Override
  public Find about(Fault fault) throws ClassNotFoundException {
    Class<?> suspect = Class.forName(fault.suspect());
    JavaClasses all = new ClassFileImporter().importPackagesOf(suspect);
    JavaClasses classes = all.that(DescribedPredicate.describe("the suspect", (JavaClass one) -> belongs(one, suspect)));
    List<String> broken = RULES.stream()
        .map(rule -> rule.evaluate(classes))
        .filter(result -> result.hasViolation())
        .map(result -> result.getFailureReport().toString())
        .toList();
    return broken.isEmpty() ? Find.notFound(rules(RULES.size())) : Find.found(rules(broken.size()),
        String.join("\n", broken));
  }

  private static String rules(int count) {
    return say(count == 1 ? "tools.rules.one" : "tools.rules.many", count);
  }

  private static boolean belongs(JavaClass one, Class<?> suspect) {
    return one.getName().equals(suspect.getName()) || one.getName().startsWith(suspect.getName() + "$");
  }
}
