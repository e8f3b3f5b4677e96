/**
 * What a reply of HTTP/1.1 is, byte by byte (RFC 9112), and what a crawl makes of it. Every client of the lab reads replies with this,
 * whoever waits for the bytes: so all of them make the same of the same reply, whatever a server sends.
 *
 * <p>Nothing in here waits, reads or writes a socket, or knows of threads: bytes are handed in as they come, in pieces of any length.
 * What is lenient is what browsers and curl are lenient with, because servers are as they are.
 *
 * <p>To read in this order: {@code ReplyParser}, {@code HeadParser} and {@code ReplyHead} (lines into headers), {@code Framing} (where
 * the body ends), {@code BodyParser} and {@code ChunkedBody} (its bytes), {@code ReplyReader} (what it all comes to), {@code Gunzip}.
 *
 * <p>What may be null says so; {@code -Perrorprone} checks it.
 */
@NullMarked
package lab.crawl.reply;

import org.jspecify.annotations.NullMarked;
