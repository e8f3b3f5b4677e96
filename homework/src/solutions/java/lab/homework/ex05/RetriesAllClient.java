package lab.homework.ex05;

/** Wrong: takes every error for one that passes. */
final class RetriesAllClient extends RightRetryingClient {

  @Override
  boolean mayPass(int status) {
    return status >= 400;
  }
}
