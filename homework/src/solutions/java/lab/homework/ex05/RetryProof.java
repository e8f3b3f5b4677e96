package lab.homework.ex05;

import static lab.homework.ex05.RetryCheck.DOUBLES;
import static lab.homework.ex05.RetryCheck.FINAL;
import static lab.homework.ex05.RetryCheck.LIMIT;
import static lab.homework.ex05.RetryCheck.RETRY_AFTER;

import java.util.List;
import java.util.function.Supplier;
import lab.homework.grade.Exercise;
import lab.homework.grade.Proof;
import lab.homework.grade.Wrong;

/** What the check of exercise 5 is checked by. */
public final class RetryProof implements Proof<RetryingClient> {

  @Override
  public Exercise<RetryingClient> exercise() {
    return new RetryCheck();
  }

  @Override
  public Supplier<RetryingClient> right() {
    return RightRetryingClient::new;
  }

  @Override
  public List<Wrong<RetryingClient>> wrong() {
    return List.of(
        new Wrong<>("retries what will not pass", RetriesAllClient::new, FINAL, "which replies do you ask again for"),
        new Wrong<>("counts retries, not attempts", CountsRetriesClient::new, LIMIT, "the first request is an attempt, too"),
        new Wrong<>("doubles without end", NoCapClient::new, DOUBLES, "sleeps for days"),
        new Wrong<>("doubles an int", ShiftsIntClient::new, DOUBLES, "in Java"),
        new Wrong<>("ignores Retry-After", IgnoresRetryAfterClient::new, RETRY_AFTER, "earlier than told"));
  }
}
