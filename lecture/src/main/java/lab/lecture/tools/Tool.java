package lab.lecture.tools;

import static lab.lecture.verdicts.Words.say;

import java.util.List;
import java.util.Locale;

/** The tools that are asked. */
public enum Tool {
  /** The lab's own rules for whole crawlers. */
  KIT(120) {
    @Override
    Asked open() {
      return new ContractKit();
    }
  },
  /** Nothing but running it again and again. */
  RUNS(30) {
    @Override
    Asked open() {
      return new PlainRuns();
    }
  },
  /** What the JVM says of a crawl that hangs. */
  THREAD_DUMP(30) {
    @Override
    Asked open() {
      return new ThreadDump(new PlainRuns());
    }
  },
  /** Two threads at one object, millions of times, by code that C2 has mixed up on purpose. */
  JCSTRESS(60) {
    @Override
    Asked open() {
      return new Jcstress();
    }
  },
  /** All schedules up to a bound, one after another. */
  LINCHECK(90) {
    @Override
    Asked open() {
      return new ModelChecking();
    }
  },
  /** Whole programs under a scheduler of its own. */
  FRAY(5) {
    @Override
    Asked open() {
      return _ -> Find.notAsked(say("tools.no-fray"));
    }
  },
  /** Patterns of mistakes, in sources. */
  ERROR_PRONE(40) {
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
  ARCH_UNIT(30) {
    @Override
    Asked open() {
      return new ArchRules();
    }
  };

  private final int seconds;

  Tool(int seconds) {
    this.seconds = seconds;
  }

  /** What tables call it. */
  public String words() {
    return say("tool." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
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
