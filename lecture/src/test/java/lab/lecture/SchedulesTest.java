package lab.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.compare.report.PageInBrowser;
import lab.lecture.scheduler.Debugger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The page <em>You are the scheduler</em> tells no tale: every schedule that it knows is run on the Java classes that it shows. After each step
 * each thread stands where the page has it, and in the end the same has come out.
 */
class SchedulesTest extends PageInBrowser {
  /** Each scenario with its steps' lines and all its schedules, as the page's model has them. */
  private static final String EXPORT = """
      const model = modules['/lab/lecture/report/schedules.js'], {SCENARIOS} = modules['/lab/lecture/report/scenarios.js'];
      const {report} = modules['/lab/compare/report/data.js'];
      const number = (scenario, step) => step ? model.lineNumber(report.sources[scenario.source], step.line) : 0;
      const moment = (scenario, state) => ({
        lines: scenario.threads.map((thread, me) => number(scenario, model.stepOf(scenario, state, me))),
        woken: [...state.threads.keys()].filter(me => state.threads[me].is === 'woken').map(me => me + 1),
        lockedOut: [...state.threads.keys()].filter(me => state.threads[me].is === 'ready' && model.lockInTheWay(scenario, state, me))
          .map(me => me + 1)});
      const run = (scenario, schedule) => {
        const states = model.states(scenario, schedule);
        return {schedule, moments: states.map(state => moment(scenario, state)), outcome: model.outcome(scenario, states.at(-1))};
      };
      return JSON.stringify(SCENARIOS.map(scenario => ({name: scenario.name, source: scenario.source,
        steps: scenario.threads.flatMap(thread => Object.values(thread.steps)).map(step => number(scenario, step)),
        runs: model.search(scenario, 10000).schedules.map(schedule => run(scenario, schedule))})));
      """;

  private static List<Scenario> scenarios;
  private static Debugger debugger;

  private record Scenario(String name, String source, List<Integer> steps, List<Run> runs) {
    @Override
    public String toString() {
      return name + ", " + runs.size() + " schedules";
    }
  }

  private record Run(String schedule, List<Moment> moments, String outcome) {}

  /** Where each thread stands; who was woken and has not its lock yet; who is kept out by a lock. */
  private record Moment(List<Integer> lines, List<Integer> woken, List<Integer> lockedOut) {}

  @BeforeAll
  static void startStage() throws IOException {
    Path page = folder.resolve("lecture.html");
    LabPages.write(page, SampleLecture.json(0));
    openFile(page);
    scenarios = parse((String) browser.executeScript(EXPORT));
    Map<String, List<Integer>> steps = scenarios.stream()
        .collect(Collectors.toMap(Scenario::source, scenario -> scenario.steps().stream().distinct().toList()));
    debugger = new Debugger(steps);
  }

  private static List<Scenario> parse(String json) {
    try {
      return Arrays.asList(new ObjectMapper().readValue(json, Scenario[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  static void endStage() {
    if (debugger != null) {
      debugger.close();
    }
  }

  static Stream<Scenario> scenarios() {
    return scenarios.stream();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyScheduleComesOutInJavaAsOnThePage(Scenario scenario) {
    assertThat(scenario.runs()).isNotEmpty();
    scenario.runs().forEach(run -> reproduce(scenario, run));
  }

  private static void reproduce(Scenario scenario, Run run) {
    debugger.begin(scenario.source(), run.moments().getFirst().lines().size());
    assertThat(debugger.lines()).as("at the beginning").isEqualTo(run.moments().getFirst().lines());
    for (int i = 0; i < run.schedule().length(); i++) {
      Moment before = run.moments().get(i);
      Moment after = run.moments().get(i + 1);
      debugger.step(run.schedule().charAt(i) - '0');
      after.woken().stream().filter(thread -> !before.woken().contains(thread)).forEach(debugger::hold);
      assertThat(debugger.lines()).as("after %s", run.schedule().substring(0, i + 1)).isEqualTo(after.lines());
    }
    run.moments().getLast().lockedOut().forEach(debugger::runIntoLock);
    assertThat(debugger.outcome()).as(run.schedule()).isEqualTo(run.outcome());
  }
}
