/**
 * An archive of a crawl's exchanges in the format that web archives use (WARC 1.1, ISO 28500:2017), written with jwarc.
 *
 * <p>While the crawl runs, whoever works on a page writes its records to a file of their own ({@link lab.crawl.warc.PageRecords}). When it
 * is over, one pass in the order of URLs puts these together ({@link lab.crawl.warc.WarcFile}): so no schedule shows in the archive.
 */
package lab.crawl.warc;
