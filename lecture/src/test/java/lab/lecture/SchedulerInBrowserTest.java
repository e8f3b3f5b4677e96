package lab.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import lab.compare.report.Browser;
import lab.compare.report.Language;
import lab.compare.report.PageInBrowser;
import lab.compare.report.Texts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** <em>You are the scheduler</em> as a student has it, with a finger, a keyboard, or a link that somebody sent. */
class SchedulerInBrowserTest extends PageInBrowser {
  private static Path page;

  @BeforeAll
  static void writePage() {
    page = folder.resolve("lecture.html");
    LabPages.write(page, SampleLecture.labs("io"));
  }

  @BeforeEach
  void openPage() {
    browser.get("about:blank");
    openFile(page);
  }

  @Test
  void aPageIsFetchedTwiceBetweenCheckAndAct() {
    assertThat(marksAt("if (seen.contains(url)) {")).containsExactly("1", "2");
    assertThat(counted()).isEqualTo("nothing yet");

    take(1, 2, 1, 2, 1);
    assertThat(marksAt("server.get(\"/leaf\");")).containsExactly("2");
    assertThat(button(1).getText()).contains("has ended");
    assertThat(counted()).isEqualTo("site/leaf 1×");
    assertThat(news()).doesNotContain("✗");

    take(2);
    assertThat(news()).contains("worker 2: server.get(\"/leaf\");", "✗ The server was asked for site/leaf twice.");
    assertThat(counted()).isEqualTo("site/leaf 2× – 1 too many");
    assertThat(texts("#scheduler .turn code")).containsExactly("if (seen.contains(url)) {", "if (seen.contains(url)) {",
        "seen.add(url);", "seen.add(url);", "server.get(\"/leaf\");", "server.get(\"/leaf\");");
  }

  @Test
  void aScheduleIsALink() {
    choose("Two locks, two orders");
    take(1, 2, 1, 2);
    assertThat(browser.getCurrentUrl()).endsWith("#scenario=two-orders&schedule=1212");
    String link = one(".scheduler-link input").getDomProperty("value");

    browser.get("about:blank");
    browser.get(link);

    await(page -> news().contains(
        "✗ Deadlock: worker 1 waits for the lock of b, which worker 2 has; worker 2 waits for the lock of a, which worker 1 has."));
    assertThat(one("#scheduler [aria-pressed=true]").getText()).isEqualTo("Two locks, two orders");
    assertThat(number("document.getElementById('scheduler').getBoundingClientRect().top")).isBetween(0.0, 200.0);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "#scenario=no-such&schedule=12 | The link names a scenario that isn’t here: no-such.",
    "#scenario=right-lock&schedule=112 | The link’s turn 3 isn’t possible; this is what comes before it.",
    "#scenario=check-then-act&schedule=13 | The link’s turn 2 isn’t possible; this is what comes before it.",
  })
  void aLinkThatCanNotBeSaysSo(String hash, String words) {
    browser.executeScript("location.hash = arguments[0]", hash);

    await(page -> news().contains(words));
  }

  @Test
  void theKeyboardIsEnough() {
    one("#scheduler .scenario-buttons button").sendKeys("1", "2", "2");
    assertThat(texts("#scheduler .turn")).hasSize(3);

    one("#scheduler .scenario-buttons button").sendKeys(Keys.BACK_SPACE);
    assertThat(texts("#scheduler .turn")).hasSize(2);
    assertThat(browser.getCurrentUrl()).endsWith("schedule=12");

    one("#scheduler .scenario-buttons button").sendKeys("f");
    assertThat(news()).contains("All 16 schedules were looked at: 12 break it.", "twice");
    one("#scheduler .scenario-buttons button").sendKeys("r");
    assertThat(all("#scheduler .turn")).isEmpty();

    button(1).sendKeys(Keys.SPACE, Keys.SPACE);
    assertThat(texts("#scheduler .turn")).as("it is still the same button").hasSize(2);
    one(".scheduler-link input").sendKeys("r1f");
    assertThat(texts("#scheduler .turn")).as("what is typed into a field is the field's").hasSize(2);
  }

  @Test
  void theRightLockCanNotBeBroken() {
    choose("The right lock");
    take(1);
    assertThat(button(2).getDomAttribute("aria-disabled")).isEqualTo("true");
    assertThat(texts("#scheduler dd")).containsExactly("empty", "worker 1 has it", "nothing yet");

    take(2);
    assertThat(news()).isEqualTo("It can’t be worker 2’s turn: it waits for the lock of seen, which worker 1 has.");
    assertThat(texts("#scheduler .turn")).hasSize(1);

    press("Find one for me");
    assertThat(news()).isEqualTo("All 8 schedules were looked at: none breaks it.");
  }

  @Test
  void whoWasWokenMayFindNothing() {
    choose("A wait without a loop");
    press("Find one for me");

    assertThat(news()).contains("This is the shortest way:", "✗ taker 1 ends with a NoSuchElementException.");
    assertThat(button(1).getText()).contains("ended with a NoSuchElementException");
    all("#scheduler .turn").get(2).click();
    assertThat(button(1).getText()).contains("waits to be woken");
    assertThat(marksAt("queue.wait();")).containsExactly("1");
  }

  @Test
  void itSpeaksGermanToo() {
    openScheduler(LabPages.texts(Language.DE));

    assertThat(one("#scheduler h2").getText()).isEqualTo("Du bist der Scheduler");
    take(1, 2, 1, 2, 1, 2);
    assertThat(news()).contains("Worker 2: server.get(\"/leaf\");", "✗ Der Server wurde zweimal nach site/leaf gefragt.");
    choose("Zwei Sperren, zwei Reihenfolgen");
    take(1, 2, 1, 2);
    assertThat(news()).contains("✗ Deadlock: Worker 1 wartet auf die Sperre von b, und die hat Worker 2; ");
    press("Such mir einen");
    assertThat(news()).contains("Alle 12 Abläufe angesehen: 6 machen etwas kaputt. Das ist der kürzeste Weg:");
  }

  @Test
  void allThatItSaysIsInItsTexts() {
    openScheduler(masked(LabPages.texts(Language.EN)));

    for (WebElement scenario : all("#scheduler .scenario-buttons button")) {
      scenario.sendKeys(Keys.ENTER, "f");
      assertThat(wordsBeside(
          "(?<=: )(.*[;{]$|}? //.*)|synchronized.*|\\b(site|leaf|moved|here|seen|queue|NoSuchElementException)\\b|Java")).isEmpty();
    }
  }

  private static void openScheduler(Texts texts) {
    LabPages.writeScheduler(new LabFiles(folder), texts);
    openFile(new LabFiles(folder).scheduler());
  }

  @ParameterizedTest
  @CsvSource({"EN, 360", "EN, 1280", "DE, 360"})
  void noScenarioScrollsThePageSideways(Language language, int width) {
    openScheduler(LabPages.texts(language));
    Browser.resize(browser, width, 740);
    for (WebElement scenario : all("#scheduler .scenario-buttons button")) {
      scenario.sendKeys(Keys.ENTER, "f");
      await(page -> number("document.documentElement.scrollWidth") <= width);
      assertThat(number("Math.min(...[...document.querySelectorAll('.thread-button')].map(button => button.getBoundingClientRect().height))"))
          .as("for a thumb").isGreaterThanOrEqualTo(48);
    }
  }

  @Test
  void itTellsScreenReadersWhatHappened() {
    assertThat(one("#scheduler .scheduler-news").getAriaRole()).isEqualTo("status");
    assertThat(button(1).getAccessibleName()).contains("worker 1", "is at: if (seen.contains(url)) {");
    assertThat(all("#scheduler button, #scheduler input")).allMatch(control -> !control.getAccessibleName().isBlank());
  }

  private static void choose(String scenario) {
    all("#scheduler .scenario-buttons button").stream().filter(one -> one.getText().equals(scenario)).findFirst().orElseThrow().click();
  }

  private static void press(String label) {
    all("#scheduler .toolbar button").stream().filter(one -> one.getText().startsWith(label)).findFirst().orElseThrow().click();
  }

  private static void take(int... threads) {
    for (int thread : threads) {
      button(thread).click();
    }
  }

  private static WebElement button(int thread) {
    return one(".thread-button.thread-" + thread);
  }

  private static String news() {
    return one(".scheduler-news").getText();
  }

  private static String counted() {
    return texts("#scheduler dd").getLast();
  }

  /** The numbers of the threads that stand at a line. */
  private static List<String> marksAt(String line) {
    return all("#scheduler .code-line").stream()
        .filter(code -> code.findElement(By.tagName("code")).getText().strip().equals(line))
        .flatMap(code -> code.findElements(By.className("thread-mark")).stream().map(WebElement::getText))
        .toList();
  }
}
