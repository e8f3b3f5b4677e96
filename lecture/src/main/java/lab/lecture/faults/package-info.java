/**
 * A crawler put together from small objects that its threads share, and for most of them one that is wrong: the suspects of the lab
 * {@code tools}. Whole crawlers are for the tools that can watch one, {@link lab.lecture.faults.Scenario}s for those that want an object and
 * two threads. Both are about the same class.
 *
 * <p>No source here says that it knows of its fault: no warning is suppressed, so that each tool sees what it would see elsewhere.
 */
package lab.lecture.faults;
