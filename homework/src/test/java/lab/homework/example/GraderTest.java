package lab.homework.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import lab.homework.grade.Card;
import lab.homework.grade.CheckBrokenException;
import lab.homework.grade.CheckProof;
import lab.homework.grade.Exercise;
import lab.homework.grade.Grade;
import lab.homework.grade.Grader;
import lab.homework.grade.Patience;
import lab.homework.grade.Proof;
import lab.homework.grade.Rule;
import lab.homework.grade.RuleBroken;
import lab.homework.grade.RuleResult;
import lab.homework.grade.RuleResult.Verdict;
import lab.homework.grade.Wrong;
import org.junit.jupiter.api.Test;

/** What becomes of solutions that are right, wrong, begun, broken or stuck. (The package is that of an exercise.) */
class GraderTest {
  private static final String FIRST = "it says hello";
  private static final String SECOND = "it says hello again";

  /** Two rules about a task that must say hello. */
  private static class Hello implements Exercise<Callable<String>> {
    @Override
    public Card card() {
      return new Card(99, "Hello", List.of(1, 2), "common/README.md", "homework/Hello.java");
    }

    @Override
    public Supplier<Callable<String>> starter() {
      return () -> GraderTest::untouched;
    }

    @Override
    public List<Rule<Callable<String>>> rules() {
      return List.of(new Rule<>(FIRST, 3, Hello::saysHello), new Rule<>(SECOND, 4, Hello::saysHello));
    }

    private static void saysHello(Callable<String> task) throws Exception {
      String said = task.call();
      RuleBroken.unless(said.equals("hello"), "it said %s, which isn't polite", said);
    }
  }

  /** What the rules about hello are checked by. */
  private static class HelloProof implements Proof<Callable<String>> {
    @Override
    public Exercise<Callable<String>> exercise() {
      return new Hello();
    }

    @Override
    public Supplier<Callable<String>> right() {
      return () -> () -> "hello";
    }

    @Override
    public List<Wrong<Callable<String>>> wrong() {
      return List.of(
          new Wrong<>("rude", () -> () -> "what", FIRST, "isn't polite"),
          new Wrong<>("silent", () -> () -> "", FIRST, "isn't polite"));
    }
  }

  @Test
  void aRightSolutionHasAllPoints() {
    Grade grade = grade(() -> "hello");
    assertThat(grade.isSolved()).isTrue();
    assertThat(grade.points()).isEqualTo(7);
    assertThat(grade.firstToFix()).isEmpty();
  }

  @Test
  void aWrongSolutionIsToldWhatToMendInTheWordsOfTheRule() {
    Grade grade = grade(() -> "what");
    assertThat(grade.points()).isZero();
    assertThat(grade.firstToFix().orElseThrow().message()).isEqualTo("it said what, which isn't polite");
  }

  @Test
  void theRulesThatAreKeptCount() {
    Supplier<Callable<String>> onlyOnce = new Supplier<>() {
      private int made;

      @Override
      public Callable<String> get() {
        made++;
        return made == 1 ? () -> "hello" : () -> "what";
      }
    };
    Grade grade = new Grader().grade(new Hello(), onlyOnce);
    assertThat(grade.results()).extracting(RuleResult::verdict).containsExactly(Verdict.PASSED, Verdict.FAILED);
    assertThat(grade.points()).isEqualTo(3);
  }

  @Test
  void aRuleThatIsBrokenOnAThreadOfTheSolutionIsFound() {
    Grade grade = grade(() -> {
      throw new ExecutionException(new RuleBroken("%s broke it", "a worker"));
    });
    assertThat(grade.firstToFix().orElseThrow().message()).isEqualTo("a worker broke it");
  }

  @Test
  void aStarterIsSaidToBeUntouched() {
    assertThat(new Grader().grade(new Hello(), new Hello().starter()).firstToFix().orElseThrow().message())
        .startsWith("not begun yet: exercise 99 is still to do, see the TODO in GraderTest.java line ");
  }

  @Test
  void anExceptionOfTheSolutionIsToldWithItsLine() {
    Grade grade = grade(() -> List.of("a").get(3));
    assertThat(grade.firstToFix().orElseThrow().message())
        .startsWith("it throws IndexOutOfBoundsException").contains("from GraderTest.java line ");
  }

  @Test
  void whatIsNullIsTheSolutionsFaultThoughTheCheckStumbledOverIt() {
    assertThat(grade(() -> null).firstToFix().orElseThrow().message())
        .startsWith("what your solution returned can't be read: it is or holds null").contains("NullPointerException");
  }

  @Test
  void aListThatCannotBeChangedIsNoUntouchedStarter() {
    Grade grade = grade(() -> String.valueOf(List.of("a").remove(0)));
    assertThat(grade.isBegun()).isTrue();
    assertThat(grade.firstToFix().orElseThrow().message()).startsWith("it throws UnsupportedOperationException");
  }

  @Test
  void aRuleForWhichThereIsNotTimeEnoughIsNotTried() {
    Grade grade = new Grader(500, 400).grade(new Hello(), () -> () -> "hello");
    assertThat(grade.results()).extracting(RuleResult::verdict).containsOnly(Verdict.NOT_TRIED);
  }

  @Test
  void anExceptionOfTheCheckIsABugAndNotTheStudentsFault() {
    Exercise<Callable<String>> broken = new Hello() {
      @Override
      public List<Rule<Callable<String>>> rules() {
        return List.of(new Rule<>(FIRST, 1, task -> Integer.parseInt("not a number")));
      }
    };
    assertThatThrownBy(() -> new Grader().grade(broken, () -> () -> "hello"))
        .isInstanceOf(CheckBrokenException.class)
        .hasMessageContaining(FIRST)
        .hasCauseInstanceOf(NumberFormatException.class);
  }

  @Test
  void aSolutionThatNeverEndsIsGivenUpAndItsThreadsAreNamed() {
    CountDownLatch never = new CountDownLatch(1);
    Grade grade = new Grader(2_000, 10_000).grade(new Hello(), () -> () -> {
      never.await();
      return "hello";
    });
    assertThat(grade.results()).extracting(RuleResult::verdict).containsExactly(Verdict.FAILED, Verdict.NOT_TRIED);
    assertThat(grade.firstToFix().orElseThrow().message()).startsWith("it never comes to an end. Its threads: \"the check itself\" waits for ")
        .contains("at ").contains("GraderTest.java:");
  }

  @Test
  void virtualThreadsThatWaitAreNamedToo() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    Thread waits = Thread.ofVirtual().start(() -> awaitInAVirtualThread(never));
    Patience.until(() -> waits.getState() == Thread.State.WAITING, "it doesn't wait");
    assertThat(gradeOfOneThatWaitsFor(never).message())
        .contains("a virtual thread waits at lab.homework.example.GraderTest.awaitInAVirtualThread");
    never.countDown();
    waits.join();
  }

  @Test
  void virtualThreadsThatRunForEverAreNotDumped() throws InterruptedException {
    AtomicBoolean enough = new AtomicBoolean();
    CountDownLatch runs = new CountDownLatch(1);
    Thread spins = Thread.ofVirtual().start(() -> {
      runs.countDown();
      spinUntil(enough);
    });
    runs.await();
    assertThat(gradeOfOneThatWaitsFor(new CountDownLatch(1)).message()).contains("virtual threads that go on running");
    enough.set(true);
    spins.join();
  }

  private static RuleResult gradeOfOneThatWaitsFor(CountDownLatch never) {
    return new Grader(200, 10_000).grade(new Hello(), () -> () -> {
      never.await();
      return "hello";
    }).firstToFix().orElseThrow();
  }

  private static void spinUntil(AtomicBoolean enough) {
    while (!enough.get()) {
      Thread.onSpinWait();
    }
  }

  private static void awaitInAVirtualThread(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aCheckIsProvedByItsOwnSolutions() {
    CheckProof proof = CheckProof.of(new HelloProof(), 3);
    assertThat(proof.problems()).isEmpty();
    assertThat(proof.starterFails()).isTrue();
    assertThat(proof.rightPasses()).isEqualTo(3);
    assertThat(proof.wrongFailAsMeant()).containsExactly(true, true);
  }

  @Test
  void aCheckThatLetsWrongOnesPassIsFoundOut() {
    Proof<Callable<String>> lax = new HelloProof() {
      @Override
      public Exercise<Callable<String>> exercise() {
        return new Hello() {
          @Override
          public Supplier<Callable<String>> starter() {
            return right();
          }
        };
      }

      @Override
      public List<Wrong<Callable<String>>> wrong() {
        return List.of(new Wrong<>("right, in truth", right(), FIRST, "polite"));
      }
    };
    assertThat(CheckProof.of(lax, 1).problems()).containsExactly(
        "the starter passes",
        "'right, in truth' must break 'it says hello' with 'polite', but passes",
        "only 1 wrong solutions");
  }

  @Test
  void aCheckThatStopsTheRightSolutionIsFoundOut() {
    Proof<Callable<String>> strict = new HelloProof() {
      @Override
      public Supplier<Callable<String>> right() {
        return () -> () -> "Hello";
      }
    };
    CheckProof proof = CheckProof.of(strict, 2);
    assertThat(proof.rightPasses()).isZero();
    assertThat(proof.holds()).isFalse();
    assertThat(proof.problems()).contains("the right solution breaks 'it says hello': it said Hello, which isn't polite");
  }

  private static Grade grade(Callable<String> solution) {
    return new Grader().grade(new Hello(), () -> solution);
  }

  private static String untouched() {
    throw new UnsupportedOperationException("exercise 99 is still to do");
  }
}
