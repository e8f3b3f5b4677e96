package lab.homework;

import java.util.List;

/**
 * A page of the exercises' website.
 *
 * @param url where it is
 * @param links the URLs that it links, in its order; a URL may be there more than once
 */
public record Page(String url, List<String> links) {}
