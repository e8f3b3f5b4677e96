package lab.homework.ex05;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Asks again where that may help, and leaves the server time to recover before it does. */
public interface RetryingClient {

  /** How requests are sent. */
  @FunctionalInterface
  interface Http {
    /**
     * Asks once; whatever the server answers is a reply.
     *
     * @throws IOException if there is no answer
     */
    Reply get(URI url) throws IOException;
  }

  /** How pauses are made, so that a check needn't wait for them. */
  @FunctionalInterface
  interface Sleeper {
    /**
     * Lets the calling thread wait.
     *
     * @param pause how long; above 0
     * @throws InterruptedException if the calling thread is interrupted
     */
    void sleep(Duration pause) throws InterruptedException;
  }

  /**
   * What a server answers.
   *
   * @param status of HTTP. 429, 502, 503 and 504 may pass: whoever asks again later may get another one. No other does
   * @param retryAfter the header {@code Retry-After}: when to ask again, says the server; above 0; empty if it says nothing
   */
  record Reply(int status, Optional<Duration> retryAfter) {}

  /**
   * How much is done for a page.
   *
   * @param attempts the most requests, the first one included; at least 1
   * @param first the pause before the second request; each later one is twice as long as the one before it
   * @param longest no pause is longer, unless the server asks for it
   */
  record Backoff(int attempts, Duration first, Duration longest) {}

  /**
   * Asks until a reply comes that will not pass, or until all attempts are used up.
   *
   * <p>Between two requests there is one pause. Its length is what the reply before it says in {@code Retry-After}, exactly,
   * shorter or longer than the backoff; else it is the backoff's: pause number n (from 1) is {@code first} doubled n - 1 times,
   * or {@code longest} if that is less. A pause that the server asked for counts as one, too.
   *
   * <p>For example: at most 4 attempts, pauses from 1 s on, none longer than 3 s. The server answers 503, 503 with {@code Retry-After: 10},
   * 503 and 200: the pauses are 1 s, 10 s and 3 s, because the third one would be 4 s.
   *
   * @param url of the page
   * @return the last reply
   * @throws IOException from {@code http}, at once
   * @throws InterruptedException if the calling thread is interrupted in a pause
   */
  Reply get(URI url, Backoff backoff, Http http, Sleeper sleeper) throws IOException, InterruptedException;
}
