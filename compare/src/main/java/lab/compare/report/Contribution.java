package lab.compare.report;

import java.util.List;

/**
 * What another module adds to a report's page: sections of its own. Its scripts take them into the page by {@code addSection}; they come
 * after the page's own, and may use all that those offer.
 *
 * @param scripts resources on the class path, such as {@code /lab/lecture/report/labs.js}, each after those that it needs
 * @param styles resources on the class path
 */
public record Contribution(List<String> scripts, List<String> styles) {}
