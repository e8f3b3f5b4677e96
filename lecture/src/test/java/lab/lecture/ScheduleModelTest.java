package lab.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lab.compare.report.PageInBrowser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model of <em>You are the scheduler</em>, without its page: what each expression gives, as JSON. */
class ScheduleModelTest extends PageInBrowser {
  private static final String MODEL = """
      Object.assign(window, modules['/lab/lecture/report/schedules.js']);
      window.named = name => modules['/lab/lecture/report/scenarios.js'].SCENARIOS.find(one => one.name === name);
      window.last = (name, schedule) => states(named(name), schedule).at(-1);
      window.brokenBy = (name, schedule) => whatIsBroken(named(name), last(name, schedule));
      window.found = (name, bound) => { const {schedules, broken, shortest, isWhole} = search(named(name), bound);
        return [schedules.length, broken.length, shortest, isWhole]; };
      """;

  @BeforeAll
  static void openModel() {
    Path page = folder.resolve("lecture.html");
    LabPages.write(page, SampleLecture.labs("io"));
    openFile(page);
    browser.executeScript(MODEL);
  }

  /** What README.md says. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "found('check-then-act', 10000)    | [16,12,'121122',true]",
    "found('wrong-lock', 10000)        | [176,120,'1122111222',true]",
    "found('right-lock', 10000)        | [8,0,null,true]",
    "found('two-orders', 10000)        | [12,6,'1122',true]",
    "found('one-order', 10000)         | [2,0,null,true]",
    "found('wait-without-loop', 10000) | [162,14,'111333322211',true]",
    "found('lost-wake-up', 10000)      | [14,1,'1222211',true]",
    "found('wait-in-loop', 10000)      | [184,0,null,true]",
    "found('wrong-lock', 20)[3]        | false",
  })
  void theSearchLooksAtEverySchedule(String expression, String json) {
    assertThat(value(expression)).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "brokenBy('check-then-act', '12121')    | null",
    "brokenBy('check-then-act', '121212')   | 'The server was asked for site/leaf twice.'",
    "brokenBy('lost-wake-up', '1222211')    | 'A thread waits, and nobody is left to wake it.'",
    "deadlock(named('two-orders'), last('two-orders', '1122')) | [{'me':0,'lock':'b','owner':1},{'me':1,'lock':'a','owner':0}]",
    "deadlock(named('two-orders'), last('two-orders', '112'))  | null",
    "movers(named('right-lock'), last('right-lock', ''))       | [0,1]",
    "movers(named('right-lock'), last('right-lock', '1'))      | [0]",
    "movers(named('wait-in-loop'), last('wait-in-loop', '1112223333')) | [0,2]",
    "states(named('right-lock'), '1121').length                | 3",
    "states(named('right-lock'), '19').length                  | 2",
    "outcome(named('two-orders'), last('two-orders', '1122'))  | 'a/moved 1×, b/moved 1×, 1 blocked, 2 blocked, deadlock of 1 and 2'",
  })
  void whatAScheduleComesTo(String expression, String json) {
    assertThat(value(expression)).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "toHash('wrong-lock', '12')                | '#scenario=wrong-lock&schedule=12'",
    "fromHash('#scenario=wrong-lock&schedule=12') | {'scenario':'wrong-lock','schedule':'12'}",
    "fromHash('#scenario=wrong-lock')          | {'scenario':'wrong-lock','schedule':''}",
    "fromHash('#scenario=x&schedule=1a')       | null",
    "fromHash('#labs')                         | null",
  })
  void aScheduleIsALink(String expression, String json) {
    assertThat(value(expression)).isEqualTo(json);
  }

  /** With single quotes, which need no escaping here. */
  private static String value(String expression) {
    return ((String) browser.executeScript("return JSON.stringify((" + expression + "))")).replace('"', '\'');
  }
}
