package dev.lectern;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.lectern.group.ChannelId;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupLogStore;
import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.redis.Json;
import dev.lectern.sandbox.workspace.RedisWorkspaceStore;
import dev.lectern.work.Change;
import dev.lectern.work.Shape;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The arrows between the parts point one way. */
class ArchitectureTest {
    private static final JavaClasses LECTERN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.lectern");

    private static final String[] FEATURES = {
        "dev.lectern.paper..",
        "dev.lectern.digest..",
        "dev.lectern.discover..",
        "dev.lectern.taste..",
        "dev.lectern.ballot..",
        "dev.lectern.meeting..",
        "dev.lectern.discussion..",
        "dev.lectern.calendar..",
        "dev.lectern.remember..",
        "dev.lectern.saved..",
        "dev.lectern.surface..",
        "dev.lectern.group.."
    };

    /** Who is meant, everywhere: plain values that the parts below the features speak of, too. */
    private static final DescribedPredicate<JavaClass> IDS = DescribedPredicate.describe(
            "ids",
            some -> Set.of(TeamId.class, ChannelId.class, UserId.class, GroupId.class).stream()
                    .anyMatch(some.getBaseComponentType()::isEquivalentTo));

    /** By their names: what is not core in a feature. */
    private static final DescribedPredicate<JavaClass> SHELL = DescribedPredicate.describe(
            "stores and shell",
            some -> outermost(some)
                    .getSimpleName()
                    .matches(".*(Store|Feature|Messages|Text|Card|Modal|Steps|Planner)|Presenters|Departures"));

    /** A record says itself which shapes of it there were. */
    private static final DescribedPredicate<JavaClass> SHAPE =
            DescribedPredicate.describe("Shape", some -> outermost(some).isEquivalentTo(Shape.class));

    private static final DescribedPredicate<JavaClass> JEDIS = resideInAPackage("redis.clients..");

    private static final DescribedPredicate<JavaClass> KNOW_JEDIS = DescribedPredicate.describe(
            "know Jedis",
            some -> some.getDirectDependenciesFromSelf().stream()
                    .anyMatch(dependency -> JEDIS.test(dependency.getTargetClass())));

    /** What a store is made of besides itself: out of everybody else's sight. */
    private static final DescribedPredicate<JavaClass> PARTS_OF_STORES = DescribedPredicate.describe(
            "parts of stores", some -> isHidden(outermost(some)) && KNOW_JEDIS.test(outermost(some)));

    private static boolean isHidden(JavaClass some) {
        return !some.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static JavaClass outermost(JavaClass some) {
        return some.getEnclosingClass().map(ArchitectureTest::outermost).orElse(some);
    }

    /** What of these a group changes about itself; a form that changes it notes that in the group's log. */
    private static final Set<String> KEEP_SETTINGS = Set.of(
            "GroupStore",
            "TimetableStore",
            "HolidayLinkStore",
            "VotingRulesStore",
            "PartStore",
            "MovesStore",
            "DiscussionRulesStore",
            "RecallStore",
            "FeedLinkStore");

    /** What happens in a group, and what its members have of their own. */
    private static final Set<String> KEEP_NO_SETTINGS = Set.of(
            "AbsenceStore",
            "BacklogStore",
            "BallotStore",
            "BringStore",
            "CalendarStore",
            "DigestStore",
            "DiscussionStore",
            "DismissalStore",
            "ElsewhereStore",
            "GroupLogStore",
            "MeetingStore",
            "PersonalDigestStore",
            "SharedPapersStore",
            "SwapStore");

    /** Puts into effect what is noted by whoever asks for it, or what nobody asked for. */
    private static final Set<String> NOTED_BY_OTHERS = Set.of("PartSteps", "MeetingPaperSteps", "RecallPlanner");

    @Test
    void what_a_group_changes_about_itself_is_noted_where_it_is_saved() {
        classes()
                .that(DescribedPredicate.describe(
                        "write settings",
                        some -> writesSettings(some) && !NOTED_BY_OTHERS.contains(some.getSimpleName())))
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "the group's log is written",
                        call -> call.getTargetOwner().isEquivalentTo(GroupLogStore.class)
                                && call.getName().equals("note")))
                .check(LECTERN);
    }

    @Test
    void of_every_store_that_takes_a_change_it_is_known_whether_it_keeps_settings() {
        Set<String> known = new TreeSet<>(KEEP_SETTINGS);
        known.addAll(KEEP_NO_SETTINGS);
        known.remove("FeedLinkStore");
        assertThat(LECTERN.stream()
                        .filter(some -> some.getSimpleName().endsWith("Store"))
                        .filter(some -> some.getMethods().stream().anyMatch(ArchitectureTest::takesAChange))
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    private static boolean writesSettings(JavaClass some) {
        return some.getMethodCallsFromSelf().stream()
                .filter(call -> !call.getTargetOwner().equals(some)
                        && KEEP_SETTINGS.contains(call.getTargetOwner().getSimpleName()))
                .anyMatch(call -> call.getTarget().getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(Change.class))
                        || call.getName().equals("renewed"));
    }

    private static boolean takesAChange(JavaMethod method) {
        return method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Change.class));
    }

    @Test
    void features_use_the_parts_below_and_not_the_reverse() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.lectern.slack..",
                        "dev.lectern.work..",
                        "dev.lectern.redis..",
                        "dev.lectern.web..",
                        "dev.lectern.text..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(FEATURES).and(not(IDS)))
                .check(LECTERN);
    }

    @Test
    void redis_and_text_know_nothing_of_lectern_and_work_nothing_of_slack() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.lectern.redis..", "dev.lectern.text..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.lectern..")
                        .and(not(resideInAnyPackage("dev.lectern.redis..", "dev.lectern.text.."))))
                .check(LECTERN);
        noClasses()
                .that()
                .resideInAPackage("dev.lectern.work..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.lectern.slack..", "com.slack.."))
                .check(LECTERN);
    }

    @Test
    void only_app_puts_the_parts_together() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.lectern.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.lectern.app..")
                .check(LECTERN);
    }

    @Test
    void features_do_not_turn_in_circles() {
        slices().matching("dev.lectern.(*)..")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(alwaysTrue(), IDS)
                .check(LECTERN);
    }

    @Test
    void only_stores_and_their_hidden_parts_and_what_carries_them_know_jedis() {
        classes()
                .that(KNOW_JEDIS)
                .and(not(PARTS_OF_STORES).or(resideOutsideOfPackages(FEATURES)))
                .should()
                .resideInAnyPackage("dev.lectern.redis..", "dev.lectern.work..", "dev.lectern.app..")
                .orShould()
                .be(RedisWorkspaceStore.class)
                .orShould()
                .haveSimpleNameEndingWith("Store")
                .check(LECTERN);
        classes()
                .that(PARTS_OF_STORES)
                .and()
                .resideInAnyPackage(FEATURES)
                .should()
                .onlyHaveDependentClassesThat(DescribedPredicate.describe(
                        "know Jedis or carry values for those who do",
                        (JavaClass some) -> KNOW_JEDIS.test(outermost(some)) || isHidden(outermost(some))))
                .check(LECTERN);
    }

    @Test
    void the_sandbox_stands_alone_and_only_app_starts_it() {
        noClasses()
                .that()
                .resideInAPackage("dev.lectern.sandbox..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.lectern..")
                        .and(not(resideInAnyPackage("dev.lectern.sandbox..", "dev.lectern.redis.."))))
                .check(LECTERN);
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.lectern.sandbox..", "dev.lectern.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.lectern.sandbox..")
                .check(LECTERN);
    }

    @Test
    void the_core_of_features_knows_neither_slack_nor_work_nor_redis_nor_http() {
        noClasses()
                .that()
                .resideInAnyPackage(FEATURES)
                .and(not(SHELL))
                .and(not(PARTS_OF_STORES))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "dev.lectern.slack..",
                                "dev.lectern.work..",
                                "dev.lectern.redis..",
                                "dev.lectern.web..",
                                "com.slack..",
                                "io.javalin..",
                                "redis.clients..")
                        .and(not(type(Json.class)))
                        .and(not(SHAPE)))
                .check(LECTERN);
    }

    @Test
    void bolt_is_known_in_slack_and_javalin_in_web_and_the_sandbox() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.lectern.slack", "dev.lectern.web")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.slack..")
                .check(LECTERN);
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.lectern.web", "dev.lectern.sandbox..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.javalin..")
                .check(LECTERN);
    }

    private static final Map<Class<?>, Set<String>> CLOCKS = Map.of(
            System.class, Set.of("currentTimeMillis"),
            Clock.class, Set.of("systemUTC", "systemDefaultZone", "system"),
            Instant.class, Set.of("now"),
            LocalDate.class, Set.of("now"),
            LocalTime.class, Set.of("now"),
            LocalDateTime.class, Set.of("now"),
            ZonedDateTime.class, Set.of("now"),
            OffsetDateTime.class, Set.of("now"),
            Date.class, Set.of("<init>"));

    private static final DescribedPredicate<JavaAccess<?>> READS_A_CLOCK = DescribedPredicate.describe(
            "reads the machine's clock",
            access -> CLOCKS.entrySet().stream()
                    .anyMatch(clock -> access.getTargetOwner().isEquivalentTo(clock.getKey())
                            && clock.getValue().contains(access.getTarget().getName())));

    @Test
    void nobody_asks_the_machine_what_time_it_is_but_app_and_the_sandboxs_base() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.lectern.app..")
                .and()
                .doNotBelongToAnyOf(dev.lectern.sandbox.SandboxConfiguration.class)
                .should()
                .accessTargetWhere(READS_A_CLOCK)
                .check(LECTERN);
    }

    @Test
    void features_leave_nothing_to_chance() {
        noClasses()
                .that()
                .resideInAnyPackage(FEATURES)
                .should()
                .dependOnClassesThat(type(Random.class)
                        .or(type(ThreadLocalRandom.class))
                        .or(type(java.security.SecureRandom.class))
                        .or(type(java.util.UUID.class)))
                .check(LECTERN);
    }
}
