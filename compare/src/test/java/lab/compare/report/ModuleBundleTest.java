package lab.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModuleBundleTest {

  @Test
  void aModuleComesOnceAndAfterThoseThatItImports() {
    String script = ModuleBundle.of(List.of("/a/one.js", "/a/two.js"), Map.of(
        "/a/one.js", "/* One. */\n\nimport {x, y} from '../b/base.js';\nimport './two.js';\nx(y);\n",
        "/a/two.js", "import {x} from '../b/base.js';\nexport async function z() {}\n",
        "/b/base.js", "export function x() {}\nexport const y = 1;\nconst hidden = 2;\nexport class W {}\n")::get);

    assertThat(script).isEqualTo("""
        'use strict';
        const modules = {};
        { // /b/base.js
        function x() {}
        const y = 1;
        const hidden = 2;
        class W {}
        modules['/b/base.js'] = {W, x, y};
        }
        { // /a/two.js
        const {x} = modules['/b/base.js'];
        async function z() {}
        modules['/a/two.js'] = {z};
        }
        { // /a/one.js
        /* One. */

        const {x, y} = modules['/b/base.js'];
        x(y);
        modules['/a/one.js'] = {};
        }
        """);
  }

  @Test
  void whatIsNotExportedCannotBeImported() {
    assertThatThrownBy(() -> ModuleBundle.of(List.of("/a.js"),
        Map.of("/a.js", "import {x, y} from './b.js';\n", "/b.js", "export const x = 1;\nconst y = 2;\n")::get))
        .isInstanceOf(IllegalStateException.class).hasMessage("/a.js imports y, which /b.js doesn't export");
  }

  @Test
  void modulesMayNotImportEachOther() {
    assertThatThrownBy(() -> ModuleBundle.of(List.of("/a.js"),
        Map.of("/a.js", "import './b.js';\n", "/b.js", "import './a.js';\n")::get))
        .isInstanceOf(IllegalStateException.class).hasMessage("modules import each other: [/a.js, /b.js]");
  }
}
