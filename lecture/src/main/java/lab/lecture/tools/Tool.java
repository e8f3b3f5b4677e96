package lab.lecture.tools;

import java.util.List;

/** The tools that are asked. */
public enum Tool {
  /** The lab's own rules for whole crawlers. */
  KIT("contract kit", 120) {
    @Override
    Asked open() {
      return new ContractKit();
    }
  },
  /** Nothing but running it again and again. */
  RUNS("plain runs", 30) {
    @Override
    Asked open() {
      return new PlainRuns();
    }
  },
  /** What the JVM says of a crawl that hangs. */
  THREAD_DUMP("thread dump", 30) {
    @Override
    Asked open() {
      return new ThreadDump(new PlainRuns());
    }
  },
  /** Two threads at one object, millions of times, by code that C2 has mixed up on purpose. */
  JCSTRESS("jcstress", 60) {
    @Override
    Asked open() {
      return new Jcstress();
    }
  },
  /** All schedules up to a bound, one after another. */
  LINCHECK("Lincheck", 90) {
    @Override
    Asked open() {
      return new ModelChecking();
    }
  },
  /** Whole programs under a scheduler of its own. */
  FRAY("Fray", 5) {
    @Override
    Asked open() {
      return _ -> Find.notAsked("org.pastalab.fray isn't among the packages that this build can get, and needs a JDK of its own");
    }
  },
  /** Patterns of mistakes, in sources. */
  ERROR_PRONE("Error Prone", 40) {
    @Override
    Asked open() {
      return new ErrorProne();
    }

    @Override
    List<String> jvmArguments() {
      return ErrorProne.jvmArguments();
    }
  },
  /** Rules that somebody wrote, on classes. */
  ARCH_UNIT("ArchUnit", 30) {
    @Override
    Asked open() {
      return new ArchRules();
    }
  };

  private final String words;
  private final int seconds;

  Tool(String words, int seconds) {
    this.words = words;
    this.seconds = seconds;
  }

  /** What tables call it. */
  public String words() {
    return words;
  }

  /** After how long it is given up. */
  int seconds() {
    return seconds;
  }

  /** What its JVM is started with. */
  List<String> jvmArguments() {
    return List.of();
  }

  /** The tool itself, in the JVM that asks it. */
  abstract Asked open();
}
