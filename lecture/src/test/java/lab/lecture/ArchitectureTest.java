package lab.lecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import lab.crawl.stage.InterpreterLock;

/**
 * Arrows point one way: fixtures, then common, then the variants, then compare, which finds them by their names, then the lecture. Only
 * what is wrong on purpose is made from one of them; and the lecture looks at how the loop fetches. (Homework stands beside, and has a
 * test of its own.)
 */
@AnalyzeClasses(
    packages = "lab",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.DoNotIncludeSharedTests.class})
class ArchitectureTest {

  /** What tests of several modules share comes in a jar. */
  static final class DoNotIncludeSharedTests implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  @ArchTest
  static final ArchRule arrowsPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("fixtures").definedBy("lab.fixtures..")
          .layer("common").definedBy("lab.crawl", "lab.crawl.stage..", "lab.crawl.json..", "lab.crawl.fetch..", "lab.crawl.reply..",
              "lab.crawl.state..", "lab.crawl.kept..", "lab.crawl.benchmark..", "lab.crawl.warc..", "lab.crawl.copy..", "lab.crawl.measure..",
              "lab.crawl.cli..", "lab.contract..")
          .layer("sync").definedBy("lab.crawl.sync..")
          .layer("threads").definedBy("lab.crawl.threads..")
          .layer("async").definedBy("lab.crawl.async..")
          .layer("procs").definedBy("lab.crawl.procs..")
          .layer("cluster").definedBy("lab.crawl.cluster..")
          .layer("compare").definedBy("lab.compare..")
          .layer("wrong").definedBy("lab.lecture.wrong..")
          .layer("lecture").definedBy("lab.lecture", "lab.lecture.labs..", "lab.lecture.verdicts..", "lab.lecture.bench..",
              "lab.lecture.probes..", "lab.lecture.scheduler..", "lab.lecture.faults..", "lab.lecture.tools..")
          .whereLayer("fixtures").mayOnlyBeAccessedByLayers("common", "compare", "lecture")
          .whereLayer("common").mayOnlyBeAccessedByLayers("sync", "threads", "async", "procs", "cluster", "compare", "wrong", "lecture")
          .whereLayer("sync").mayNotBeAccessedByAnyLayer()
          .whereLayer("threads").mayNotBeAccessedByAnyLayer()
          .whereLayer("async").mayOnlyBeAccessedByLayers("wrong", "lecture")
          .whereLayer("procs").mayNotBeAccessedByAnyLayer()
          .whereLayer("cluster").mayNotBeAccessedByAnyLayer()
          .whereLayer("compare").mayOnlyBeAccessedByLayers("lecture")
          .whereLayer("wrong").mayOnlyBeAccessedByLayers("lecture")
          .whereLayer("lecture").mayNotBeAccessedByAnyLayer();

  /** So that each package can be understood without those that use it. */
  @ArchTest
  static final ArchRule noTwoPackagesUseEachOther = slices().matching("lab.(**)").should().beFreeOfCycles();

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
          .should().dependOnClassesThat()
          .resideInAnyPackage("lab.crawl.fetch..", "lab.crawl.cli..", "lab.crawl.measure..", "io.netty..", "picocli..");

  @ArchTest
  static final ArchRule onlyAsyncKnowsNettyAndTheProbeOfItsLoop =
      noClasses().that().resideOutsideOfPackages("lab.crawl.async..", "lab.lecture.probes..")
          .should().dependOnClassesThat().resideInAPackage("io.netty..");
}
