package lab.lecture.wrong;

/**
 * How a check and the act that relies on it are kept together, or are not. The three differ in one expression: in what is
 * locked.
 */
@FunctionalInterface
interface Guard {

  /** Runs a section that checks and then acts. */
  void run(Runnable checkThenAct);

  /** <strong>Wrong:</strong> nothing is locked, so that others may check between this one's check and its act. */
  static Guard none() {
    return Runnable::run;
  }

  /**
   * <strong>Wrong:</strong> a lock excludes only those who ask for the same one. Each section here has a lock of its own, and
   * nobody else ever asks for that.
   */
  static Guard ownLock() {
    return checkThenAct -> {
      synchronized (new Object()) {
        checkThenAct.run();
      }
    };
  }

  /** Right: all sections ask for one lock. */
  static Guard sharedLock() {
    Object lock = new Object();
    return checkThenAct -> {
      synchronized (lock) {
        checkThenAct.run();
      }
    };
  }
}
