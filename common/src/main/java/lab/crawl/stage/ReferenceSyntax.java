package lab.crawl.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** How references stand in the value of an attribute or in the text of an element. */
enum ReferenceSyntax {
  /** The value is a reference. */
  URL {
    @Override
    void find(String value, PlaceConsumer found) {
      found.accept(0, value.length(), value);
    }
  },
  /** Image candidates, see {@link SrcSet}. */
  SRCSET {
    @Override
    void find(String value, PlaceConsumer found) {
      SrcSet.find(value, found);
    }
  },
  /** A time and a reference, see {@link Refresh}. */
  REFRESH {
    @Override
    void find(String value, PlaceConsumer found) {
      Refresh.find(value, found);
    }

    // Within apostrophes one of the reference's own would end it; its folder may have one.
    @Override
    String written(String reference) {
      return reference.replace("'", "%27");
    }
  },
  /** Declarations of CSS. */
  DECLARATIONS {
    @Override
    void find(String value, PlaceConsumer found) {
      CssReferences.inDeclarations(value, reference -> found.accept(reference.begin(), reference.end(), reference.url()));
    }

    @Override
    String written(String reference) {
      return CssReference.replacement(reference);
    }
  },
  /** A style sheet. */
  SHEET {
    @Override
    void find(String value, PlaceConsumer found) {
      CssReferences.inSheet(value, reference -> found.accept(reference.begin(), reference.end(), reference.url()));
    }

    @Override
    String written(String reference) {
      return CssReference.replacement(reference);
    }
  };

  /** Takes a reference and its place. */
  @FunctionalInterface
  interface PlaceConsumer {
    /** It stands from {@code begin} up to {@code end}, and means {@code reference}. */
    void accept(int begin, int end, String reference);
  }

  /** Finds the references in a value. */
  abstract void find(String value, PlaceConsumer found);

  /** How a reference is to be written between its begin and its end. */
  String written(String reference) {
    return reference;
  }

  /** What must change in a value so that its references are others. */
  List<Edit> edits(String value, UnaryOperator<String> relinked) {
    List<Edit> edits = new ArrayList<>();
    find(value, (begin, end, reference) -> {
      String now = relinked.apply(reference);
      if (!now.equals(reference)) {
        edits.add(new Edit(begin, end, written(now)));
      }
    });
    return edits;
  }

  /** The value with other references. */
  String replaced(String value, UnaryOperator<String> relinked) {
    StringBuilder text = new StringBuilder(value);
    edits(value, relinked).reversed().forEach(edit -> text.replace(edit.begin(), edit.end(), edit.text()));
    return text.toString();
  }
}
