/**
 * How homework is graded: rules that a solution keeps or breaks, told in words, without a clock.
 *
 * <p>Nothing here is for students to change.
 */
package lab.homework.grade;
