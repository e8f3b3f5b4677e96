package lab.homework.ex21;

import java.io.IOException;
import java.util.List;

/** Sends pages through three stages, fetch, parse and store, each with threads of its own and with little room between them. */
public interface Pipeline {

  /** What is done with each page. Fetch and parse are called by many threads at the same time, store only by one. */
  interface Stages {
    /** Fetches a page; the calling thread waits until its text is there. */
    String fetch(String url) throws IOException, InterruptedException;

    /** Works on the text of a page; takes its time. */
    String parse(String text) throws InterruptedException;

    /** Puts away what came of a page; may be slow. */
    void store(String parsed) throws IOException, InterruptedException;
  }

  /**
   * How many threads there are, and how much room.
   *
   * @param fetchers threads that fetch; at least 1
   * @param parsers threads that parse; at least 1
   * @param room the most pages that may wait between fetch and parse; and as many between parse and store; at least 1
   */
  record Shape(int fetchers, int parsers, int room) {}

  /**
   * Sends all pages through all stages, in any order, and returns when the last one is stored. All stages are at work at the same time.
   *
   * <p>A stage that is slow holds up those before it, and so memory stays flat: as soon as there is no room, whoever has a page for the
   * next stage waits. For example: with 2 fetchers, 1 parser and room for 3, and while the first page is being stored, no more than 10
   * pages are ever begun: that one, 3 that wait for it, 1 that the parser holds, 3 that wait for the parser, and 2 that the fetchers hold.
   *
   * @param urls of the pages, all different; there may be millions
   * @throws IOException if a stage throws one: that one, or another with that one as its cause. All threads end then
   * @throws InterruptedException if the calling thread is interrupted: at once, and all threads end then
   */
  void run(List<String> urls, Stages stages, Shape shape) throws IOException, InterruptedException;
}
