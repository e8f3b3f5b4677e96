package lab.homework.ex09;

import java.util.concurrent.Callable;

/**
 * Lets one thread compute at a time, as CPython's global interpreter lock does, however many cores there are. Whoever waits for
 * something doesn't compute, and so doesn't keep others from it. Threads take turns.
 */
public interface Interpreter {
  /** The number of steps after which a thread that computes lets another one in: as in CPython before 3.2, where it was 100 bytecodes. */
  int SWITCH_INTERVAL = 100;

  /**
   * Computes something when it is this thread's turn, and waits until then. Not to be called from within a computation.
   *
   * @param computation calls {@link #checkpoint} after each of its steps, and nothing that blocks but by {@link #block}
   * @return its result
   * @throws Exception what the computation throws, unchanged; others can compute then
   */
  <T> T compute(Callable<T> computation) throws Exception;

  /**
   * For a thread that computes: calls something that blocks, such as a read from the network. Others can compute meanwhile. When
   * this returns or throws, it is this thread's turn again.
   *
   * @param call what blocks
   * @return its result
   * @throws Exception what it throws, unchanged
   */
  <T> T block(Callable<T> call) throws Exception;

  /**
   * For a thread that computes: one more step is done. After {@value #SWITCH_INTERVAL} steps of a turn the turn is over: if another thread
   * waits, it goes first, and this one waits for its next turn. If none waits, this one goes on at once. A turn never ends sooner.
   *
   * <p>For example: one thread computes 250 steps, and another comes along at its 30th. It waits until the first has done 100, and then
   * computes; the first does its other 150 steps in its next turns.
   */
  void checkpoint();
}
