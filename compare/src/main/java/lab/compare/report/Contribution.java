package lab.compare.report;

import java.util.List;

/**
 * What another module adds to a report's page: sections of its own. Its scripts take them into the page by {@code addSection}, and import
 * what they need of the page's own.
 *
 * @param scripts JavaScript modules on the class path, such as {@code /lab/lecture/report/labs.js}
 * @param styles resources on the class path
 */
public record Contribution(List<String> scripts, List<String> styles) {}
