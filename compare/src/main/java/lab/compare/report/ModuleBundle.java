package lab.compare.report;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * JavaScript modules as one script, because a browser loads no modules from disk. Each becomes a block, after those that it imports: what it
 * declares stays in there (the script is strict), and what it exports lies in {@code modules} by the module's path. Of the language's
 * imports and exports it knows those that the report has: {@code import {a, b} from './c.js';}, {@code import './c.js';}, and {@code export}
 * before a function, a class or a constant.
 */
final class ModuleBundle {
  private static final Pattern IMPORT = Pattern.compile("^import (?:\\{([^}]*)} from )?'([^']+)';\n", Pattern.MULTILINE);
  private static final Pattern EXPORT = Pattern.compile("^export ((?:async )?(?:function|class|const) (\\w+))", Pattern.MULTILINE);

  private final UnaryOperator<String> sources;
  private final Map<String, Set<String>> exports = new LinkedHashMap<>();
  private final Set<String> underWay = new LinkedHashSet<>();
  private final StringBuilder script = new StringBuilder("'use strict';\nconst modules = {};\n");

  private ModuleBundle(UnaryOperator<String> sources) {
    this.sources = sources;
  }

  /**
   * The script.
   *
   * @param paths modules to run, in this order; what they import is found by itself
   * @param sources gives the text of the module at a path
   * @throws IllegalStateException if modules import each other, or what isn't exported
   */
  static String of(List<String> paths, UnaryOperator<String> sources) {
    ModuleBundle bundle = new ModuleBundle(sources);
    paths.forEach(bundle::add);
    return bundle.script.toString();
  }

  private void add(String path) {
    if (exports.containsKey(path)) {
      return;
    }
    if (!underWay.add(path)) {
      throw new IllegalStateException("modules import each other: " + underWay);
    }
    String source = sources.apply(path);
    String linked = IMPORT.matcher(source).replaceAll(found -> Matcher.quoteReplacement(linked(path, found)));
    Set<String> exported = EXPORT.matcher(source).results().map(found -> found.group(2)).collect(Collectors.toCollection(TreeSet::new));
    String body = EXPORT.matcher(linked).replaceAll("$1");
    script.append("{ // ").append(path).append('\n').append(body)
        .append("modules['").append(path).append("'] = {").append(String.join(", ", exported)).append("};\n}\n");
    exports.put(path, exported);
    underWay.remove(path);
  }

  /** What stands for an import. The module that it names comes first. */
  private String linked(String path, MatchResult found) {
    String from = URI.create(path).resolve(found.group(2)).getPath();
    add(from);
    if (found.group(1) == null) {
      return "";
    }
    Arrays.stream(found.group(1).split(",")).map(String::strip).filter(name -> !exports.get(from).contains(name)).forEach(name -> {
      throw new IllegalStateException(path + " imports " + name + ", which " + from + " doesn't export");
    });
    return "const {" + found.group(1) + "} = modules['" + from + "'];\n";
  }
}
