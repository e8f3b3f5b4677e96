package lab.homework.grade;

import java.util.List;

/**
 * What an exercise is about.
 *
 * @param number from 1, the easiest
 * @param title a few words
 * @param claims numbers of the lecture's claims that it belongs to; may be empty
 * @param handout the file to read first, from the root of the project
 * @param starter the file that the student changes, from the root of the project
 */
public record Card(int number, String title, List<Integer> claims, String handout, String starter) {}
