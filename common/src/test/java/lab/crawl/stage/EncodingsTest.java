package lab.crawl.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingsTest {

  /** Bytes in hex and what they mean, which the name that Java would take would read otherwise. */
  @ParameterizedTest
  @CsvSource({
    "iso-8859-1, 80, €", "us-ascii, E9, é", "latin1, 93, “", "iso-8859-9, 80, €", "gb2312, 81 40, 丂", "gbk, 80, €",
    "gb18030, 81 30 81 30, \u0080",
    "shift_jis, 87 40, ①", "x-sjis, ED 40, 纊", "euc-kr, 81 41, 갂", "ks_c_5601-1987, 81 41, 갂", "iso-8859-8-i, E0, א", "logical, E0, א",
    "big5, FA 40, \uD841\uDD47", "tis-620, 80, €", "utf-16, 61 00, a", "unicode, 61 00, a", "utf-16be, 00 61, a", "mac, 80, Ä",
    "x-mac-cyrillic, 80, А", "koi8-u, A4, є", "cyrillic, D0, а", "windows-1251, E0, а", "x-user-defined, 61, a", "utf8, C3 A9, é",
    "unicode-1-1-utf-8, C3 A9, é", "iso-2022-jp, 1B 24 42 30 21, 亜", "euc-jp, B0 A1, 亜", "euc-jp, AD A1, ①", "iso-2022-jp, 1B 24 42 2D 21, ①",
    "big5, A1 45, ‧", "ibm866, 80, А", "iso-8859-16, A4, €",
  })
  void labelsMeanWhatTheWebMeans(String label, String hex, String text) {
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
    assertThat(new String(bytes, Encodings.ofLabel(label).orElseThrow())).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, UTF-8", "' utf-8\t', UTF-8", "Windows-1251, windows-1251", "'\nISO-8859-1 ', windows-1252", "Utf8, UTF-8"})
  void caseAndSpaceDontMatter(String label, String charset) {
    assertThat(Encodings.ofLabel(label)).contains(Charset.forName(charset));
  }

  /** Java knows some of them; the web does not. */
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "no-such-one", "utf-32", "utf-7", "cesu-8", "ibm037", "iso-2022-kr", "hz-gb-2312", "replacement", "utf 8"})
  void unknownOnesAreNone(String label) {
    assertThat(Encodings.ofLabel(label)).isEmpty();
  }

  @Test
  void javaHasEveryEncodingOfTheTableAndNoLabelComesTwice() throws IOException {
    List<String> labels = new ArrayList<>();
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(Encodings.class.getResourceAsStream("encodings.txt"), StandardCharsets.US_ASCII))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> labels.addAll(List.of(line.split(": ")[1].split(" "))));
    }
    assertThat(labels).hasSizeGreaterThan(200).doesNotHaveDuplicates().allMatch(label -> Encodings.ofLabel(label).get().canEncode());
  }
}
