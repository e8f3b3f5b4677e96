/** What is made of a crawl's files when it is over: a copy of the site that opens in a browser from disk, and the check of it. */
package lab.crawl.copy;
