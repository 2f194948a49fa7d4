package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.Draft;
import dev.lectern.paper.Listing;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperList;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.harvest.FollowedListsStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What people nominate, vote for and dismiss shows in their taste, and in the digests; some get digests of their own. */
class TasteInTheSandboxTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private DemoWorld world;
    private People people;
    private Post digest;
    private List<String> papers;

    @BeforeEach
    void a_group_with_its_first_digest(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        people = world.people();
        digest = people.newest("digest/").orElseThrow();
        papers = digest.values("ballot.nominate");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private String taste(String user) {
        return people.command(user, "taste").posts().get(0).read();
    }

    private String own(String user) {
        String all = taste(user);
        return all.substring(all.indexOf("What you like"));
    }

    private String title(String paper) {
        return digest.cards().stream()
                .filter(card -> card.toString().contains("\"" + paper + "\""))
                .map(card -> card.path("title").path("text").asString().replace("*", ""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void before_anything_happened_the_taste_says_what_it_goes_by() {
        assertThat(taste(People.BEN))
                .contains("What #reading-group likes", "Nothing yet", "agents, evaluation, efficient inference");
    }

    @Test
    void five_votes_move_the_taste_of_the_group_and_of_who_voted() {
        papers.subList(0, 2).forEach(paper -> people.click(People.ADA, digest, "ballot.nominate", paper));
        people.advance(Duration.ofHours(1));
        Post ballot = people.the("ballot/");
        String second = title(papers.get(1));
        String before = taste(People.BEN);
        assertThat(before).contains(title(papers.get(0)), second, "nominated").doesNotContain("voted for");
        assertThat(own(People.BEN)).contains("Nothing yet");

        List.of(People.ADA, People.BEN, People.CHEN, People.DIYA, People.EMIL)
                .forEach(user -> people.click(user, ballot, "ballot.vote", papers.get(1)));

        String after = taste(People.BEN);
        assertThat(after).isNotEqualTo(before);
        assertThat(bar(after, second).length())
                .isGreaterThan(bar(before, second).length() + 1);
        assertThat(before).doesNotContainPattern("\\d votes");
        assertThat(after).contains(", 5 votes");
        assertThat(after.indexOf(second)).isLessThan(after.indexOf(title(papers.get(0))));
        assertThat(own(People.BEN)).contains(second, "voted for").doesNotContain(title(papers.get(0)));
        assertThat(own(People.FATIMA)).contains("Nothing yet");

        people.click(People.BEN, ballot, "ballot.vote", papers.get(1));
        assertThat(own(People.BEN)).as("a vote taken back").contains("Nothing yet");
    }

    /** The full part of the bar of the interest that has this paper. */
    private static String bar(String taste, String title) {
        String until = taste.substring(0, taste.indexOf(title));
        String line = until.substring(until.lastIndexOf("`", until.lastIndexOf("` ") - 1) + 1, until.lastIndexOf("` "));
        return line.replace("░", "");
    }

    @Test
    void a_later_digest_says_which_paper_of_the_group_s_it_is_like() {
        papers.forEach(paper -> people.click(People.ADA, digest, "ballot.nominate", paper));
        List<String> reasons = new ArrayList<>();
        for (int day = 0; day < 14; day++) {
            people.advance(Duration.ofDays(1));
            people.newest("digest/")
                    .filter(post -> !post.id().equals(digest.id()))
                    .ifPresent(post -> post.cards().forEach(card -> reasons.add(reason(card))));
        }
        assertThat(reasons).anyMatch(reason -> reason.matches("_like “.*”, which you nominated in (March|April)_"));
        assertThat(reasons).anyMatch(reason -> reason.startsWith("_from a topic of yours: "));
    }

    @Test
    void what_is_recommended_with_a_paper_that_was_read_comes_with_that_reason() {
        people.click(People.ADA, digest, "ballot.nominate", papers.get(0));
        people.advance(Duration.ofDays(14));
        assertThat(taste(People.BEN)).contains(title(papers.get(0)), "read");

        PaperList like = PaperList.like(PaperId.parse(papers.get(0)));
        assertThat(new FollowedListsStore(world.redis()).followed(people.now())).containsExactly(like);
        PaperStore store = new PaperStore(world.redis());
        Paper read = store.find(PaperId.parse(papers.get(0))).orElseThrow();
        LocalDate today = LocalDate.ofInstant(people.now(), ZoneOffset.UTC);
        PaperId outside = store.save(
                        Draft.titled("Elsewhere: "
                                        + read.title().substring(0, read.title().length() / 2))
                                .withListings(List.of(new Listing(like, today))),
                        people.now())
                .id();
        people.advance(Duration.ofDays(4));
        List<String> reasons = people.channel().stream()
                .filter(post -> post.id().startsWith("digest/"))
                .flatMap(post -> post.cards().stream())
                .filter(card -> card.toString().contains("\"" + outside + "\""))
                .map(TasteInTheSandboxTest::reason)
                .toList();
        assertThat(reasons).hasSize(1).first().asString().matches("_recommended with “.*”, which you read in April_");
    }

    @Test
    void what_is_nominated_needs_no_digest_any_more() {
        // Of Wednesday's list, one of the two most liked; nobody has seen it yet.
        String paper = "2604.04949";
        assertThat(people.command(People.BEN, "nominate " + paper).text()).startsWith("Nominated");
        people.advance(Duration.ofDays(4));
        List<String> shown = people.channel().stream()
                .filter(post -> post.id().startsWith("digest/"))
                .flatMap(post -> post.values("paper.details").stream())
                .toList();
        assertThat(shown).contains("2604.03922").doesNotContain(paper);
    }

    @Test
    void what_a_group_follows_is_said_and_what_it_cannot_follow_is_answered_beside_the_field() {
        View form = people.command(People.ADA, "setup").opened();
        assertThat(people.submit(People.ADA, form, Map.of("follows", "sc.CL")).errors())
                .containsExactly(Map.entry("follows", "There is no arXiv category 'sc.CL'. Did you mean cs.CL?"));
        assertThat(people.submit(People.ADA, form, Map.of("follows", "cs.cl, hf/ada, https://example.org/feed.xml"))
                        .result())
                .isEqualTo("closed");
        people.settle();
        assertThat(people.newest("setup/").orElseThrow().read())
                .contains("*Also followed:* cs.CL, hf/ada, https://example.org/feed.xml");
        assertThat(people.command(People.ADA, "setup").opened().json().toString())
                .contains("cs.CL, hf/ada, https://example.org/feed.xml");
    }

    private static String reason(JsonNode card) {
        return card.path("body").path("text").asString().lines().findFirst().orElse("");
    }

    @Test
    void what_is_not_for_us_is_dismissed_for_oneself_and_unticking_takes_it_back() {
        View form = people.click(People.BEN, digest, "digest.dismiss").opened();
        String unwanted = papers.get(0);
        assertThat(people.submit(People.BEN, form, Map.of("papers", List.of(unwanted)))
                        .result())
                .isEqualTo("closed");
        assertThat(own(People.BEN)).contains("Not for you:", title(unwanted));
        assertThat(taste(People.CHEN)).contains("Not for this group:").doesNotContain("Not for you:");

        View again = people.click(People.BEN, digest, "digest.dismiss").opened();
        assertThat(again.json().path("blocks").toString()).contains("initial_options");
        people.submit(People.BEN, again, Map.of("papers", List.of()));
        assertThat(taste(People.BEN)).doesNotContain("Not for you:", "Not for this group:");
    }

    @Test
    void a_member_s_own_digest_comes_once_at_its_hour_and_goes_on_after_a_restart() {
        View form = people.command(People.BEN, "digest").opened();
        assertThat(people.submit(
                                People.BEN,
                                form,
                                Map.of(
                                        "topics",
                                        "memory",
                                        "days",
                                        List.of("TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"),
                                        "time",
                                        "07:30"))
                        .result())
                .isEqualTo("closed");
        people.settle();
        assertThat(people.direct(People.BEN)).hasSize(1);
        assertThat(people.direct(People.BEN).get(0).text()).contains("your own digest", "memory");

        world.crashAndStartAgain();
        people = world.people();
        LocalDate tuesday = people.now().atZone(BERLIN).toLocalDate().plusDays(1);
        people.goTo(ZonedDateTime.of(tuesday, LocalTime.of(8, 0), BERLIN).toInstant());
        List<Post> first = own();
        assertThat(first).hasSize(1);
        assertThat(first.get(0).id()).isEqualTo("digest.personal/" + People.BEN + "/" + tuesday);
        assertThat(Duration.between(
                        ZonedDateTime.of(tuesday, LocalTime.of(7, 30), BERLIN).toInstant(),
                        first.get(0).at()))
                .isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThat(first.get(0).cards()).isNotEmpty();
        String paper = first.get(0).values("ballot.nominate").get(0);
        assertThat(people.click(People.BEN, first.get(0), "ballot.nominate", paper)
                        .text())
                .startsWith("Nominated");

        world.stopAndStartAgain();
        people = world.people();
        people.goTo(ZonedDateTime.of(tuesday.plusDays(6), LocalTime.of(8, 0), BERLIN)
                .toInstant());
        List<String> shown = own().stream()
                .flatMap(post -> post.values("paper.details").stream())
                .toList();
        assertThat(own()).hasSizeBetween(2, 4);
        assertThat(shown).doesNotHaveDuplicates();
        assertThat(people.direct(People.CHEN)).noneMatch(post -> post.id().startsWith("digest.personal/"));
        assertThat(people.calls()).allMatch(People.Call::isOk);
    }

    private List<Post> own() {
        return people.direct(People.BEN).stream()
                .filter(post -> post.id().startsWith("digest.personal/"))
                .toList();
    }

    @Test
    void whoever_leaves_or_switches_it_off_gets_no_more_of_their_own() {
        for (String user : List.of(People.BEN, People.CHEN)) {
            View form = people.command(user, "digest").opened();
            people.submit(user, form, Map.of("days", List.of("TUESDAY", "WEDNESDAY"), "time", "07:30"));
        }
        people.command(People.BEN, "leave");
        people.submit(People.CHEN, people.command(People.CHEN, "digest").opened(), Map.of("send", "off"));
        people.advance(Duration.ofDays(3));
        assertThat(people.everything()).noneMatch(post -> post.id().startsWith("digest.personal/"));
        assertThat(people.command(People.BEN, "digest").text()).contains("/papers join");
    }

    @Test
    void a_wrong_own_digest_is_answered_beside_its_field() {
        View form = people.command(People.BEN, "digest").opened();
        Map<String, String> errors = people.submit(People.BEN, form, Map.of("topics", "x".repeat(60)))
                .errors();
        assertThat(errors).containsOnlyKeys("topics");
        assertThat(errors.get("topics")).contains("longer than 50 characters");
    }
}
