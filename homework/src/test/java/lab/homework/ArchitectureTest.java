package lab.homework;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Exercises are about what every crawler shares, and no more: whoever solves one need not build the lab. */
@DisabledIfSystemProperty(named = "exercise", matches = ".+", disabledReason = "only one exercise is asked for")
@DisabledIfSystemProperty(named = "checks.times", matches = "[0-9]+", disabledReason = "the checks are checked")
class ArchitectureTest {
  private static final JavaClasses HOMEWORK =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("lab.homework");

  @Test
  void ofTheLabOnlyWhatAllCrawlersShareIsUsed() {
    DescribedPredicate<JavaClass> ofTheLab = JavaClass.Predicates.resideInAPackage("lab..");
    DescribedPredicate<JavaClass> allowed = JavaClass.Predicates.resideInAnyPackage("lab.homework..", "lab.contract..", "lab.crawl",
        "lab.crawl.stage..", "lab.crawl.fetch..", "lab.crawl.measure..", "lab.crawl.cli..");
    classes().should().onlyDependOnClassesThat(DescribedPredicate.not(ofTheLab).or(allowed)).check(HOMEWORK);
  }

  @Test
  void noTwoPackagesUseEachOther() {
    slices().matching("lab.homework.(**)").should().beFreeOfCycles().check(HOMEWORK);
  }
}
