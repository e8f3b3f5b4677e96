package lab.crawl.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import lab.crawl.Urls;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a style sheet refers to: {@code url()} and {@code src()} in declarations (CSS Values 4, 4.5), strings in
 * {@code image-set()} (CSS Images 4, 2.5), and {@code @import} (CSS Cascade 5, 2).
 *
 * <p>What no browser loads is no reference: names of namespaces, conditions ({@code @supports}, {@code @document}), selectors, an
 * {@code @import} within a block. But an {@code @import} after other rules is one, though browsers ignore it: whether those rules are
 * valid, in which case it isn't, only a browser can say.
 */
public final class CssReferences {
  private static final Set<String> URL_FUNCTIONS = Set.of("url", "src");
  private static final Set<String> IMAGE_SETS = Set.of("image-set", "-webkit-image-set");
  /** Deeper ones mean harm, and would fill the heap. */
  private static final int DEEPEST = 250;

  private final CssTokenizer tokens;
  private final Consumer<CssReference> found;
  /** The blocks and functions that are open, and before them the sheet itself. */
  private final List<Block> open = new ArrayList<>();

  /** A block or a function that isn't closed yet; or a whole text, which nothing closes. */
  private static final class Block {
    final char closing;
    final boolean isSheet;
    /** The function's name; or that of the at-rule whose block it is; empty if it has none. */
    final String name;
    /** How many tokens stood before it in its own block's present rule. */
    final int place;
    /** The at-rule of which the prelude is being read here, null if there is none. */
    @Nullable String rule;
    /** How many tokens, white space left out, were read of the present rule or declaration, its at-keyword left out. */
    int read;

    Block(char closing, boolean isSheet, String name, int place) {
      this.closing = closing;
      this.isSheet = isSheet;
      this.name = name;
      this.place = place;
    }

    /** Whether rules and declarations stand in it, as they do in braces, and not values. */
    boolean hasRules() {
      return closing == '}' || closing == 0;
    }

    void endRule() {
      rule = null;
      read = 0;
    }
  }

  private CssReferences(String css, boolean isSheet, Consumer<CssReference> found) {
    this.tokens = new CssTokenizer(css);
    this.found = found;
    open.add(new Block((char) 0, isSheet, "", 0));
  }

  /**
   * Finds the references of a style sheet, in their order.
   *
   * @param css a file, or the content of a {@code <style>}
   */
  public static void inSheet(String css, Consumer<CssReference> found) {
    if (css.indexOf('(') >= 0 || css.indexOf('@') >= 0) {
      new CssReferences(css, true, found).find();
    }
  }

  /**
   * Finds the references of declarations, in their order.
   *
   * @param css the value of a {@code style} attribute
   */
  public static void inDeclarations(String css, Consumer<CssReference> found) {
    if (css.indexOf('(') >= 0) {
      new CssReferences(css, false, found).find();
    }
  }

  private void find() {
    for (CssTokenizer.Type type = tokens.next(); type != CssTokenizer.Type.END && open.size() < DEEPEST; type = tokens.next()) {
      if (type != CssTokenizer.Type.WHITESPACE && type != CssTokenizer.Type.COMMENT_SIGN) {
        take(type);
      }
    }
  }

  private void take(CssTokenizer.Type type) {
    Block block = open.getLast();
    switch (type) {
      case AT_KEYWORD -> beginRule(block);
      case SEMICOLON -> endRule(block);
      case CLOSE -> close(block);
      case OPEN -> open(block);
      case FUNCTION -> open.add(new Block(')', false, tokens.name(), block.read++));
      case URL -> {
        kind(block, block.read++).ifPresent(kind -> add(kind, tokens.contentBegin(), tokens.contentEnd()));
      }
      case STRING -> takeString(block, block.read++);
      default -> block.read++;
    }
  }

  private void beginRule(Block block) {
    if (block.hasRules() && block.read == 0 && block.rule == null) {
      block.rule = tokens.name();
    } else {
      block.read++;
    }
  }

  /** A semicolon ends an at-rule and a declaration; before a rule of another kind it is a part of what it begins with. */
  private static void endRule(Block block) {
    if (block.isSheet && block.rule == null) {
      block.read++;
    } else if (block.hasRules()) {
      block.endRule();
    }
  }

  private void open(Block block) {
    char opening = tokens.bracket();
    String name = opening == '{' && block.rule != null ? block.rule : "";
    open.add(new Block(opening == '(' ? ')' : opening == '[' ? ']' : '}', false, name, block.read++));
  }

  /** Only its own bracket closes a block, as {@code )} closes {@code (}; all others are parts of it. */
  private void close(Block block) {
    if (tokens.bracket() != block.closing) {
      block.read++;
      return;
    }
    open.removeLast();
    if (block.closing == '}' && open.getLast().hasRules()) {
      open.getLast().endRule();
    }
  }

  private void takeString(Block block, int place) {
    boolean isUrl = block.hasRules()
        ? block.isSheet && isImport(block, place)
        : URL_FUNCTIONS.contains(block.name) && place == 0 || IMAGE_SETS.contains(block.name);
    if (isUrl) {
      // A function is where it begins, and so is what it refers to.
      Optional<CssReference.Kind> kind = block.hasRules() ? kind(block, place) : kind(open.get(open.size() - 2), block.place);
      kind.ifPresent(known -> add(known, tokens.begin(), tokens.end()));
    }
  }

  private static boolean isImport(Block block, int place) {
    return "import".equals(block.rule) && place == 0;
  }

  /** What a URL is for that stands in a block; empty if nobody loads it from there. */
  private Optional<CssReference.Kind> kind(Block block, int place) {
    if (block.isSheet) {
      return isImport(block, place) ? Optional.of(CssReference.Kind.IMPORT) : Optional.empty();
    }
    Block rules = open.reversed().stream().filter(Block::hasRules).findFirst().orElseThrow();
    if (rules.isSheet || rules.rule != null) {
      return Optional.empty();
    }
    return Optional.of(rules.name.equals("font-face") ? CssReference.Kind.FONT : CssReference.Kind.IMAGE);
  }

  private void add(CssReference.Kind kind, int begin, int end) {
    String url = tokens.value();
    String shown = Urls.clean(url);
    boolean leadsSomewhere = !shown.isEmpty() && shown.charAt(0) != '#' && !shown.regionMatches(true, 0, "data:", 0, 5);
    if (leadsSomewhere) {
      found.accept(new CssReference(kind, url, begin, end));
    }
  }
}
