package lab.lecture;

import lab.crawl.cli.CommandRunner;

/** Runs the lecture's commands: all labs, or one, or a list of them. */
public final class LectureMain {
  private LectureMain() {}

  /** Runs the command. */
  public static void main(String[] args) {
    CommandRunner.runAndExit(new LectureCommand(), args);
  }
}
