/**
 * What the page <em>You are the scheduler</em> is about: small classes that two or three threads run, some of them wrong on purpose. The page
 * shows these sources as they are, and the lab's tests run every schedule that the page knows on these classes.
 */
package lab.lecture.scheduler;
