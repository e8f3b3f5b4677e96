package lab.crawl.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which references are links to go to, and which a page needs to be shown. */
class ReferencesTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "<a href=x>                                         | LINK x",
    "<map><area href=x></map>                           | LINK x",
    "<iframe src=x></iframe>                            | LINK x",
    "<frameset><frame src=x></frameset>                 | LINK x",
    "<meta http-equiv=refresh content='0;url=x'>        | LINK x",
    "<link rel=next href=x>                             | LINK x",
    "<link rel=canonical href=x>                        | LINK x",
    "<link rel=alternate href=x>                        | LINK x",
    "<link rel='alternate stylesheet' href=x>           | REQUISITE x",
    "<link rel='stylesheet alternate' href=x>           | REQUISITE x",
    "<link rel='shortcut icon' href=x>                  | REQUISITE x",
    "<link rel=manifest href=x>                         | REQUISITE x",
    "<link rel=preload imagesrcset='x 1x, y 2x'>        | REQUISITE x, REQUISITE y",
    "<img src=x srcset='y 1x'>                          | REQUISITE x, REQUISITE y",
    "<img srcset='data:image/png;base64,AA== 1x,x 2x'>  | REQUISITE data:image/png;base64,AA==, REQUISITE x",
    "<img srcset='a,b.png 1x, c,d.png'>                 | REQUISITE a,b.png, REQUISITE c,d.png",
    "<picture><source srcset=x></picture>               | REQUISITE x",
    "<script src=x></script>                            | REQUISITE x",
    "<video src=x poster=y></video>                     | REQUISITE x, REQUISITE y",
    "<audio><source src=x></audio>                      | REQUISITE x",
    "<video><track src=x></video>                       | REQUISITE x",
    "<embed src=x><object data=y></object>              | REQUISITE x, REQUISITE y",
    "<input type=image src=x>                           | REQUISITE x",
    "<body background=x>                                | REQUISITE x",
    "<noscript><img src=x></noscript>                   | REQUISITE x",
    "<template><img src=x><a href=y></a></template>     | REQUISITE x, LINK y",
    "<svg><a href=x></a><use href='y#z'></use><use href='#z'></use></svg> | LINK x, REQUISITE y",
    "<svg><image xlink:href=x></image></svg>            | REQUISITE x",
    "<style>@import 'x';</style><p style='a: url(y)'>   | REQUISITE x, REQUISITE y",
    // what is both is needed
    "<a href=x><img src=x></a>                          | REQUISITE x",
    "<img src=x><a href=x></a>                          | REQUISITE x",
    // what is no reference
    "<form action=x><button formaction=y></form>        | ~~",
    "<a ping=x></a>                                     | ~~",
    "<script type=importmap>{\"imports\": {\"a\": \"/x\"}}</script> | ~~",
    "<script type=speculationrules>{\"prefetch\": [{\"urls\": [\"/x\"]}]}</script> | ~~",
    "<iframe srcdoc='&lt;a href=x>'></iframe>           | ~~",
    "<q cite=x></q><img longdesc=x>                     | ~~",
  })
  void saysWhatEachIsToThePage(String html, String expected) {
    List<String> found = new ArrayList<>();
    PageReferences.ofShort(new StringReader(html), Parser.htmlParser(), Optional.empty()).iterator()
        .forEachRemaining(reference -> found.add(reference.getValue() + " " + reference.getKey()));
    assertThat(String.join(", ", found)).isEqualTo(expected);
  }
}
