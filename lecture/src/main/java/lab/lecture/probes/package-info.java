/**
 * Small experiments, each in a JVM of its own, for what no crawl shows by itself.
 *
 * <p>{@link lab.lecture.probes.ProbeProcess} runs them; each class says what its arguments and figures are:
 *
 * <ul>
 *   <li>{@code array-sum} ({@code ArraySum}): is summing a list bound by the processor, or by memory?
 *   <li>{@code lost-updates} ({@code LostUpdates}): no lock, the right lock, the wrong lock
 *   <li>{@code static-counter} ({@code StaticCounter}): threads share memory, processes don't
 *   <li>{@code jvm-threads} ({@code JvmThreads}): the threads of a JVM whose program started none
 *   <li>{@code sleepers} ({@code Sleepers}): how many threads can wait at once, and what they take
 *   <li>{@code waiting-fetches} ({@code WaitingFetches}): what one more fetch that waits takes, by design; {@code holding-server} ({@code
 *       HoldingServer}) keeps it waiting
 *   <li>{@code heartbeat} ({@code Heartbeat}): who is interrupted when others need the processor
 * </ul>
 *
 * <p>{@link lab.lecture.probes.LockCosts} measures what a lock costs, by JMH, which starts its own JVMs.
 */
package lab.lecture.probes;
