package lab.crawl.stage;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Is told by {@link References} where on a page references stand. */
interface ReferencePlaces {
  /** In an attribute that is there, of an element or a processing instruction. */
  void inAttribute(Node node, String name, ReferenceSyntax syntax, Role role);

  /** In the text of an element. */
  void inText(Element element, ReferenceSyntax syntax, Role role);
}
