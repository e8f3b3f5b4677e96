package lab.homework.grade;

/** A check itself failed, through no fault of the solution: the lab's bug, not the student's. */
public final class CheckBrokenException extends RuntimeException {
  private static final long serialVersionUID = 1;

  CheckBrokenException(String message, Throwable cause) {
    super(message, cause);
  }
}
