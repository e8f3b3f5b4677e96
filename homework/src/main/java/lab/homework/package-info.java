/** Homework: what the exercises share. Each exercise has a package of its own below, with a starter for you to finish. */
package lab.homework;
