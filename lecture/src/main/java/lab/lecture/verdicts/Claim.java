package lab.lecture.verdicts;

import java.util.List;
import java.util.Set;

/**
 * One sentence of the lecture that this lab is built on, in our own words. The lecture speaks of Python; whether the sentence
 * is true in Java is for a {@code Lab} to decide.
 *
 * @param number from 1, in the order of the lecture
 * @param words what is claimed
 */
public record Claim(int number, String words) {
  private static final List<String> WORDS = List.of(
      "CPU-bound work takes as long as the processor needs for it.",
      "Adding up a list of numbers is CPU-bound.",
      "I/O-bound work spends its time waiting.",
      "A faster processor hardly helps I/O-bound work.",
      "Faster input and output does help I/O-bound work.",
      "The interpreter lock lets only one thread run at a time.",
      "One process can't use more than 100 % of a core.",
      "Threads of a compiled language can use more than 100 %.",
      "So CPU-bound work needs several processes.",
      "However many threads there are, together they get 100 % at most.",
      "Threads still help I/O-bound work.",
      "Several processes use every core.",
      "Processes are interpreters of their own, each on a native thread.",
      "Processes share no memory; threads do.",
      "Processes work together by way of the operating system.",
      "For CPU-bound work, take processes.",
      "While some threads wait, others use the processor.",
      "What helps is that the waits overlap.",
      "All threads of a process share its memory.",
      "Without locks, threads that share something get it wrong.",
      "A lock lets only one thread at a time change what is shared.",
      "Locks cost time.",
      "A core runs one or two threads at a time, but many more may exist.",
      "Threads are a good choice for I/O-bound work.",
      "The operating system manages the pool of threads.",
      "The operating system may interrupt any thread at any time.",
      "A program with threads idles between a request and its reply.",
      "One thread could manage all requests.",
      "Without the overhead of threads, that is faster.",
      "Threads could not do that.",
      "Asynchronous code uses the processor while it waits.",
      "Asynchronous code runs in one process and one thread.",
      "The event loop keeps measuring how far each task is.",
      "The event loop runs other tasks meanwhile, so that waiting is as short as can be.",
      "A task must say where others may take over.",
      "The event loop knows nothing that it isn't told.",
      "Processes suit CPU-bound work: ten kitchens with a cook each.",
      "Threads suit fast input and output: one crowded kitchen.",
      "Asynchronous code suits slow input and output: one chef, many pots.");

  /**
   * Those whose experiment could hardly have come out otherwise: the language or the design makes them so, or the sizes were chosen to
   * show them.
   */
  private static final Set<Integer> DEMONSTRATED = Set.of(14, 19, 25, 27, 28, 32, 36, 38, 39);

  /** How many claims there are. */
  public static final int COUNT = WORDS.size();

  /**
   * The claim of that number.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Claim of(int number) {
    if (number < 1 || number > COUNT) {
      throw new IllegalArgumentException("claim " + number + ": there are 1 to " + COUNT);
    }
    return new Claim(number, WORDS.get(number - 1));
  }

  /** Whether its experiment shows it, rather than asks whether it is so. */
  public boolean isDemonstrated() {
    return DEMONSTRATED.contains(number);
  }
}
