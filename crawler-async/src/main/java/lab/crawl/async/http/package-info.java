/**
 * A small HTTP/1.1 client (RFC 9112) on one Netty event loop: GET, kept-alive connections, gzip, TLS. It sends what OkHttp
 * sends and calls what goes wrong by the same names, so that the crawlers differ in their design only.
 *
 * <p>Everything in here is confined to the loop. No method blocks; what is not known yet is a
 * {@link java.util.concurrent.CompletableFuture}. What goes wrong in a step comes out of that future: an I/O fault as a
 * {@link lab.crawl.FetchResult.Failure}, anything else, being a bug, as the exception that it is.
 *
 * <p>To read in this order: {@code LoopFetcher}, {@code Exchange} (one request and its limit of time), {@code Connections} and
 * {@code Connector} (where connections come from), {@code Connection} (bytes into a reply, by {@link lab.crawl.reply.ReplyParser}),
 * {@code Faults} (exceptions into failures).
 */
package lab.crawl.async.http;
