package io.tactus.telephony.asterisk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.tactus", importOptions = ImportOption.DoNotIncludeTests.class)
class OnlyTheAdapterKnowsAsteriskJavaTest {
    @ArchTest
    static final ArchRule ONE_IMPORTER = noClasses()
            .that()
            .resideOutsideOfPackage("io.tactus.telephony.asterisk")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.asteriskjava..")
            .because("telephony is a port in our own terms, and the library has defects that the adapter works around");

    @ArchTest
    static final ArchRule NO_LIVE_MODEL = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.asteriskjava.live..", "org.asteriskjava.pbx..", "org.asteriskjava.fastagi..")
            .because("its live objects lose the order of events and its reconnecting leaks: raw manager events only");

    @ArchTest
    static final ArchRule ONE_CLASS_KNOWS_THE_INSIDE = noClasses()
            .that()
            .doNotHaveSimpleName("AmiConnection")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.asteriskjava.manager.internal..")
            .because("what is not the library's public face may change with its next version, and then in one place");
}
