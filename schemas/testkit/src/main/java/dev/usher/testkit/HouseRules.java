package dev.usher.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameContaining;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The walls of the house, checked on the compiled classes of one service: decisions at the top know nothing of
 * technology, technology at the rim knows only the top, and things are named for what they are.
 */
public final class HouseRules {

    private static final String[] TECHNOLOGY = {
        "org.springframework.web..",
        "org.springframework.http..",
        "org.springframework.kafka..",
        "org.springframework.r2dbc..",
        "org.springframework.data..",
        "io.r2dbc..",
        "org.apache.kafka..",
        "org.apache.avro..",
        "com.google..",
        "jakarta.mail..",
        "gg.jte..",
        "org.jsoup..",
        "org.owasp..",
        "dev.usher.contracts.avro.."
    };
    private static final List<String> RIM = List.of("web", "kafka", "postgres", "mail", "gmail", "drafting", "streams");
    private static final List<String> LAYER_NAMES =
            List.of("Util", "Utils", "Helper", "Manager", "Impl", "Port", "Adapter", "UseCase");
    private static final String[] DRAWERS = {"..common..", "..util..", "..utils..", "..core..", "..impl..", "..helper.."
    };

    private HouseRules() {}

    /** Checks every rule on the service whose feature package this is, and reports all that is broken. */
    public static void check(String feature) {
        check(
                feature,
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(feature));
    }

    static void check(String feature, JavaClasses all) {
        // What is made from our code, also by an earlier packaging (Spring's AOT: Service__BeanDefinitions), is not
        // ours.
        JavaClasses classes = all.that(not(simpleNameContaining("Generated").or(simpleNameContaining("__"))));
        if (classes.isEmpty()) {
            throw new AssertionError("no classes in " + feature);
        }
        List<String> broken = Stream.concat(
                        rules(feature)
                                .map(rule -> rule.evaluate(classes))
                                .filter(EvaluationResult::hasViolation)
                                .map(result -> result.getFailureReport().toString()),
                        packagesWithoutNullness(classes, feature))
                .toList();
        if (!broken.isEmpty()) {
            throw new AssertionError(String.join("\n\n", broken));
        }
    }

    private static Stream<ArchRule> rules(String feature) {
        return Stream.of(
                        decisionsKnowNoTechnology(feature),
                        theTopDoesNotKnowItsRim(feature),
                        theRimMeetsAtTheTop(feature),
                        noCycles(feature),
                        thingsAreNamedNotLayers(),
                        noDrawers(),
                        timeIsInjected())
                .map(rule -> rule.allowEmptyShould(true));
    }

    private static ArchRule decisionsKnowNoTechnology(String feature) {
        return noClasses()
                .that(resideInAPackage(feature))
                .should()
                .dependOnClassesThat(resideInAnyPackage(TECHNOLOGY))
                .as("decisions at the top know no technology");
    }

    private static ArchRule theTopDoesNotKnowItsRim(String feature) {
        return noClasses()
                .that(resideInAPackage(feature))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        RIM.stream().map(rim -> feature + "." + rim + "..").toArray(String[]::new)))
                .as("the top does not know its rim");
    }

    private static ArchRule theRimMeetsAtTheTop(String feature) {
        return RIM.stream()
                .map(rim -> noClasses()
                        .that(resideInAPackage(feature + "." + rim + ".."))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(RIM.stream()
                                .filter(other -> !other.equals(rim))
                                .map(other -> feature + "." + other + "..")
                                .toArray(String[]::new)))
                        .allowEmptyShould(true))
                .map(ArchRule.class::cast)
                .reduce((one, other) -> CompositeArchRule.of(one).and(other))
                .orElseThrow()
                .as("packages of the rim meet at the top only");
    }

    private static ArchRule noCycles(String feature) {
        return slices().matching(feature + ".(*)..").should().beFreeOfCycles();
    }

    private static ArchRule thingsAreNamedNotLayers() {
        return noClasses()
                .should()
                .haveNameMatching(".*(" + String.join("|", LAYER_NAMES) + ")")
                .as("a class is named for the thing, not the layer");
    }

    private static ArchRule noDrawers() {
        return noClasses().should().resideInAnyPackage(DRAWERS).as("no package is a drawer for odds and ends");
    }

    private static ArchRule timeIsInjected() {
        return noClasses()
                .should()
                .callMethodWhere(
                        DescribedPredicate.describe("asks the machine for the time", HouseRules::asksTheMachine))
                .orShould()
                .callConstructor(Date.class)
                .as("time comes from an injected Clock");
    }

    private static boolean asksTheMachine(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        return call.getName().equals("currentTimeMillis") && owner.isEquivalentTo(System.class)
                || call.getName().equals("now")
                        && owner.getPackageName().equals("java.time")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static Stream<String> packagesWithoutNullness(JavaClasses classes, String feature) {
        return Stream.concat(
                        Stream.of(classes.getPackage(feature)),
                        classes.getPackage(feature).getSubpackagesInTree().stream())
                .filter(each -> !each.getClasses().isEmpty())
                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .map(name -> "package " + name + " has no package-info.java with @NullMarked");
    }
}
