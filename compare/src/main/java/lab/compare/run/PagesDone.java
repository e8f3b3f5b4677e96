package lab.compare.run;

/**
 * How far a crawl has come.
 *
 * @param visited pages visited so far
 * @param known pages that are to be visited, as far as is known yet
 */
public record PagesDone(int visited, int known) {}
