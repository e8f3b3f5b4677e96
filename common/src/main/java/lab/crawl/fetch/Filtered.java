package lab.crawl.fetch;

/** A socket whose replies go through a filter. */
interface Filtered {

  /** The filter of this connection, once it is connected. */
  ReplyFilter filter();
}
