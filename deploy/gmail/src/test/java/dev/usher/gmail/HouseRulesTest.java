package dev.usher.gmail;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.usher.gmail", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule the_post_office_knows_nothing_of_http = noClasses()
            .that()
            .resideInAPackage("..post..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..web..", "com.sun.net.httpserver..", "java.net.http..");

    @ArchTest
    static final ArchRule it_stays_small = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "com.google..", "org.slf4j..");

    @ArchTest
    static final ArchRule things_are_named_for_what_they_are =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Port|Adapter|UseCase)");
}
