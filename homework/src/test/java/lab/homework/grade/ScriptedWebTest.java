package lab.homework.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The witness of the checks must itself be trusted. */
class ScriptedWebTest {

  @Test
  void itAnswersCountsAndFailsAsItIsTold() throws Exception {
    ScriptedWeb web = new ScriptedWeb().page("/", "/a").failing("/", 1);
    assertThatThrownBy(() -> web.fetch("/")).isInstanceOf(IOException.class).hasMessage("the connection broke: /");
    assertThat(web.fetch("/").links()).containsExactly("/a");
    assertThatThrownBy(() -> web.fetch("/x")).isInstanceOf(IOException.class).hasMessage("404 Not Found: /x");
    assertThat(web.counts()).isEqualTo(Map.of("/", 2, "/x", 1));
    assertThat(web.requests()).isEqualTo(3);
    assertThat(web.peak()).isEqualTo(1);
    assertThat(web.inFlight()).isZero();
  }

  @Test
  void thoseWhoMustMeetAreAnsweredWhenAllAreThere() {
    ScriptedWeb web = new ScriptedWeb().page("/").page("/m/1").page("/m/2").page("/m/3").answersTogether("/m/", 3);
    fetchAll(web, List.of("/m/1", "/m/2", "/m/3", "/")).forEach(CompletableFuture::join);
    assertThat(web.hasMet()).isTrue();
    assertThat(web.peak()).isBetween(3, 4);
  }

  @Test
  void theSameSeedGivesTheSameOrderAndAnotherOneAnother() {
    assertThat(orderOfAnswers(1)).isEqualTo(orderOfAnswers(1)).isNotEqualTo(orderOfAnswers(2));
  }

  /** The first is asked for first, and so on: who waits is known before the next one asks. */
  private static List<String> orderOfAnswers(long seed) {
    List<String> urls = List.of("/0", "/1", "/2", "/3", "/4", "/5");
    ScriptedWeb web = new ScriptedWeb().answersShuffled(urls.size(), seed);
    urls.forEach(web::page);
    List<Thread> threads = new ArrayList<>();
    for (String url : urls) {
      int before = web.inFlight();
      threads.add(Thread.ofVirtual().start(() -> fetch(web, url)));
      if (threads.size() < urls.size()) {
        Patience.until(() -> web.inFlight() > before, "%s isn't asked for", url);
      }
    }
    threads.forEach(ScriptedWebTest::join);
    return web.answered();
  }

  private static List<CompletableFuture<String>> fetchAll(ScriptedWeb web, List<String> urls) {
    return urls.stream().map(url -> {
      CompletableFuture<String> answer = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> answer.complete(fetch(web, url)));
      return answer;
    }).toList();
  }

  private static String fetch(ScriptedWeb web, String url) {
    try {
      return web.fetch(url).url();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
