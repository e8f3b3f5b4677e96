package lab.compare;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import lab.crawl.stage.InterpreterLock;

/**
 * Arrows point one way: fixtures, then common, then the variants, then compare, which finds them by their names. Only what is
 * wrong on purpose is made from one of them.
 */
@AnalyzeClasses(packages = "lab", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule arrowsPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("fixtures").definedBy("lab.fixtures..")
          .layer("common").definedBy("lab.crawl", "lab.crawl.stage..", "lab.crawl.fetch..", "lab.crawl.measure..", "lab.crawl.cli..", "lab.contract..")
          .layer("sync").definedBy("lab.crawl.sync..")
          .layer("threads").definedBy("lab.crawl.threads..")
          .layer("async").definedBy("lab.crawl.async..")
          .layer("procs").definedBy("lab.crawl.procs..")
          .layer("compare").definedBy("lab.compare..", "lab.lecture", "lab.lecture.labs..", "lab.lecture.verdicts..", "lab.lecture.bench..", "lab.lecture.probes..")
          .layer("wrong").definedBy("lab.lecture.wrong..")
          .whereLayer("fixtures").mayOnlyBeAccessedByLayers("common", "compare")
          .whereLayer("common").mayOnlyBeAccessedByLayers("sync", "threads", "async", "procs", "compare", "wrong")
          .whereLayer("sync").mayNotBeAccessedByAnyLayer()
          .whereLayer("threads").mayNotBeAccessedByAnyLayer()
          .whereLayer("async").mayOnlyBeAccessedByLayers("wrong")
          .whereLayer("procs").mayNotBeAccessedByAnyLayer()
          .whereLayer("compare").mayNotBeAccessedByAnyLayer()
          .whereLayer("wrong").mayOnlyBeAccessedByLayers("compare");

  @ArchTest
  static final ArchRule onlyFixturesKnowsWireMock =
      noClasses().that().resideOutsideOfPackage("lab.fixtures..")
          .should().dependOnClassesThat().resideInAnyPackage("com.github.tomakehurst..", "org.eclipse.jetty..");

  /** The interpreter lock is no stage: it stands for the machine below them, and says so. */
  @ArchTest
  static final ArchRule stagesKnowNoConcurrency =
      noClasses().that().resideInAPackage("lab.crawl.stage..").and().doNotBelongToAnyOf(InterpreterLock.class)
          .should().dependOnClassesThat().resideInAPackage("java.util.concurrent..")
          .orShould().dependOnClassesThat().areAssignableTo(Thread.class);

  @ArchTest
  static final ArchRule theContractKnowsNoDesign =
      noClasses().that().resideInAnyPackage("lab.crawl", "lab.crawl.stage..")
          .should().dependOnClassesThat().resideInAnyPackage("lab.crawl.fetch..", "lab.crawl.cli..", "lab.crawl.measure..", "io.netty..", "picocli..");

  @ArchTest
  static final ArchRule onlyAsyncKnowsNettyAndTheProbeOfItsLoop =
      noClasses().that().resideOutsideOfPackages("lab.crawl.async..", "lab.lecture.probes..")
          .should().dependOnClassesThat().resideInAPackage("io.netty..");
}
