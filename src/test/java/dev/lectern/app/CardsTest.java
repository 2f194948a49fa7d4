package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a person opens: a paper's whole card, papers like it, the backlog, the schedule, Home; some of it hostile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardsTest {
    private static final String HOSTILE = "<!here> & <https://evil|x> <@U0GHOST> *bold* `code` <!channel|all>";
    private static final Pattern MARKUP = Pattern.compile("<[^<>]*>");
    private static final Pattern OUR_OWN = Pattern.compile("<(https://[^|]+\\|…|@U0[A-Z]+|!date\\^[^|]+\\|…)>");
    private static final String HOSTILE_ID = "2401.00001";
    private static final String HOSTILE_PAPER = "T0LECTERN-C0READING-" + HOSTILE_ID;
    private static final int NOMINATED = 20;

    private DemoWorld world;
    private People people;
    private Post digest;
    private String paper;
    private Post ballot;

    /** A full backlog, the first nomination hostile; the ballot is open and goes on to its result. */
    @BeforeAll
    void a_group_with_a_full_backlog(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        people = world.people();
        digest = people.newest("digest/").orElseThrow();
        paper = digest.values("paper.details").get(0);
        assertThat(people.command(People.BEN, "nominate " + HOSTILE_ID + " " + HOSTILE)
                        .text())
                .startsWith("Nominated");
        people.click(People.ADA, digest, "ballot.nominate", paper);
        for (int i = 2; i < NOMINATED; i++) {
            assertThat(people.command(
                                    People.CHEN,
                                    "nominate https://arxiv.org/abs/2401.%05d Brought paper number %d"
                                            .formatted(100 + i, i))
                            .text())
                    .startsWith("Nominated");
        }
        people.advance(Duration.ofHours(1));
        ballot = people.the("ballot/");
    }

    @AfterEach
    void close() {
        People.ALL.forEach(people::closeModals);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private View details(String user, String id) {
        return people.click(user, digest, "paper.details", id).opened();
    }

    @Test
    void details_show_the_whole_card_with_links_and_votes() {
        people.click(People.DIYA, ballot, "ballot.vote", paper);
        View card = details(People.EMIL, paper);
        String title = card.blocks().get(0).path("text").path("text").asString();
        assertThat(card.title()).isEqualTo("Paper");
        assertThat(title).startsWith("*").endsWith("*").hasSizeGreaterThan(5);
        assertThat(digest.blockOf("paper.details", paper).toString()).contains(title.replace("*", ""));
        assertThat(card.read())
                .contains("https://arxiv.org/abs/" + paper)
                .contains("https://arxiv.org/pdf/" + paper)
                .contains("https://huggingface.co/papers/" + paper)
                .containsPattern("On the ballot: [1-9] votes?")
                .containsPattern("\\d+ upvotes? on Daily Papers");
        String abstractText = card.blocks().get(2).path("text").path("text").asString();
        assertThat(abstractText.length()).isGreaterThan(200);
    }

    @Test
    void details_offer_to_nominate_only_what_can_be() {
        String other = digest.values("paper.details").get(1);
        View open = details(People.ADA, other);
        assertThat(open.read()).contains("Not nominated yet");
        assertThat(open.offers("ballot.nominate", other)).isTrue();
        people.closeModals(People.ADA);
        View taken = details(People.ADA, paper);
        assertThat(taken.offers("ballot.nominate", paper)).isFalse();
    }

    @Test
    void more_like_this_shows_other_papers_with_the_words_they_share_and_the_way_back() {
        View similar = people.click(People.ADA, digest, "paper.similar", paper).opened();
        assertThat(similar.title()).isEqualTo("More like this");
        List<String> others = similar.values("paper.details").stream()
                .filter(id -> !id.equals(paper))
                .toList();
        assertThat(others).hasSizeBetween(1, 5);
        assertThat(similar.read()).contains("shares: ");

        View card = people.clickIn(People.ADA, similar, "paper.details", others.get(0))
                .opened();
        assertThat(card.id()).isEqualTo(similar.id());
        assertThat(card.title()).isEqualTo("Paper");
        View again =
                people.clickIn(People.ADA, card, "paper.similar", others.get(0)).opened();
        assertThat(again.offers("paper.details", others.get(0))).isTrue();
    }

    @Test
    void nominating_in_a_card_answers_on_top_of_it() {
        String other = digest.values("paper.details").get(2);
        View card = details(People.FATIMA, other);
        View notice =
                people.clickIn(People.FATIMA, card, "ballot.nominate", other).opened();
        assertThat(notice.read()).contains("Nominated ");
        assertThat(people.modals(People.FATIMA)).hasSize(2);
        Answer again = people.click(People.FATIMA, digest, "ballot.nominate", other);
        assertThat(again.text()).contains("is nominated already, by you");
    }

    @Test
    void a_backlog_of_twenty_has_pages_that_one_can_read() {
        Answer answer = people.command(People.ADA, "backlog");
        assertThat(answer.posts()).hasSize(1);
        Post backlog = answer.posts().get(0);
        assertThat(backlog.blocks()).hasSizeLessThanOrEqualTo(50);
        assertThat(backlog.values("paper.details")).hasSize(15).startsWith(HOSTILE_PAPER, paper);
        assertThat(backlog.read()).containsPattern("1 to 15 of 2[0-2]").contains("nominated by <@U0CHEN>");
        assertThat(backlog.values("ballot.drop"))
                .as("the organizer takes off any")
                .hasSize(15);
        Post asBen = people.command(People.BEN, "backlog").posts().get(0);
        assertThat(asBen.values("ballot.drop")).as("others their own").containsExactly(HOSTILE_PAPER);
        Post asEmil = people.command(People.EMIL, "backlog").posts().get(0);
        assertThat(asEmil.values("ballot.drop")).isEmpty();
    }

    @Test
    void a_ballot_has_ten_candidates_the_earliest_nominations() {
        assertThat(ballot.values("ballot.vote")).hasSize(10).startsWith(HOSTILE_PAPER, paper);
    }

    @Test
    void the_schedule_shows_the_next_meetings() {
        Answer answer = people.command(People.EMIL, "schedule");
        assertThat(answer.posts()).hasSize(1);
        Post schedule = answer.posts().get(0);
        assertThat(schedule.blocks("section")).hasSize(3);
        assertThat(schedule.read())
                .contains("Thu 9 Apr 2026, 15:00 (Europe/Berlin)")
                .contains("Thu 16 Apr 2026, 15:00 (Europe/Berlin)")
                .contains("paper not chosen yet")
                .contains("nobody presents yet");
    }

    @Test
    void home_shows_each_member_the_next_meeting_and_the_vote_that_waits() {
        people.click(People.CHEN, ballot, "ballot.vote", paper);
        View chen = people.home(People.CHEN);
        View fatima = people.home(People.FATIMA);
        assertThat(chen.read())
                .contains("Your reading groups")
                .contains("*#reading-group*")
                .contains("Next meeting: ")
                .contains("Thu 9 Apr 2026, 15:00")
                .contains("you have voted");
        assertThat(fatima.read()).contains("you have not voted yet");
    }

    @Test
    void home_of_somebody_without_a_group_says_what_to_do() {
        people.command(People.EMIL, "leave");
        try {
            assertThat(people.home(People.EMIL).read()).contains("You are in no reading group yet");
        } finally {
            people.command(People.EMIL, "join");
        }
    }

    @Test
    void help_names_every_verb() {
        for (String text : List.of("", "help", "HELP")) {
            assertThat(people.command(People.EMIL, text).posts().get(0).read())
                    .contains("setup", "join", "leave", "nominate", "backlog", "vote", "present", "schedule");
        }
    }

    @Test
    void the_form_shows_what_is_set_and_saying_it_again_changes_nothing() {
        int before = people.channel().size();
        View form = people.command(People.ADA, "setup").opened();
        assertThat(form.json().toString())
                .contains("agents, evaluation, efficient inference")
                .contains("Europe/Berlin")
                .contains("\"09:00\"")
                .contains("\"15:00\"");
        assertThat(people.submit(People.ADA, form, java.util.Map.of()).result()).isEqualTo("updated");
        people.closeModals(People.ADA);
        people.settle();
        assertThat(people.channel()).hasSize(before);
    }

    /** The hostile title is looked at wherever a title is shown, to the meeting's end. */
    @Test
    void no_markup_of_a_title_takes_effect_anywhere(@TempDir Path folder) {
        try (DemoWorld other = DemoWorld.begin(folder)) {
            People them = other.people();
            List<Shown> shown = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            Post first = them.newest("digest/").orElseThrow();
            Answer nominated = them.command(People.BEN, "nominate " + HOSTILE_ID + " " + HOSTILE);
            Answer twice = them.command(People.CHEN, "nominate " + HOSTILE_ID);
            them.click(People.ADA, first, "ballot.nominate", paper);
            Answer backlog = them.command(People.BEN, "backlog");
            for (Answer answer : List.of(nominated, twice, backlog)) {
                texts.add(answer.text());
                shown.addAll(answer.posts());
            }
            Post list = backlog.posts().get(0);
            shown.add(
                    them.click(People.BEN, list, "paper.details", HOSTILE_PAPER).opened());
            shown.add(them.clickIn(People.BEN, them.modals(People.BEN).get(0), "paper.similar", HOSTILE_PAPER)
                    .opened());
            them.advance(Duration.ofHours(1));
            them.click(People.BEN, them.the("ballot/"), "ballot.vote", HOSTILE_PAPER);
            them.settle();
            shown.add(them.the("ballot/"));
            them.advance(Duration.ofDays(1).plusHours(5));
            Post question = them.the("presenter.ask/");
            texts.add(question.text());
            shown.add(question);
            them.click(question.id().substring(question.id().lastIndexOf('/') + 1), question, "presenter.accept");
            them.settle();
            shown.add(them.home(People.ADA));
            shown.addAll(them.command(People.ADA, "schedule").posts());
            them.advance(Duration.ofDays(2).plusHours(2));
            shown.addAll(them.everything());
            them.everything().forEach(post -> texts.add(post.text()));
            assertThat(them.the("meeting.start/").read()).contains("&lt;!here&gt;");
            assertThat(them.calls().stream().filter(call -> !call.isOk()))
                    .as("what Slack refused")
                    .isEmpty();

            shown.forEach(view -> texts.addAll(view.markup()));
            assertThat(texts.stream().filter(text -> text.contains("!here"))).hasSizeGreaterThan(10);
            Set<String> markup = new HashSet<>();
            for (String text : texts) {
                Matcher found = MARKUP.matcher(text);
                while (found.find()) {
                    markup.add(found.group().replaceAll("\\|.*", "|…>"));
                }
            }
            assertThat(markup)
                    .isNotEmpty()
                    .allMatch(OUR_OWN.asMatchPredicate(), "our own links, mentions and dates")
                    .noneMatch(found -> found.contains("evil") || found.contains("GHOST"));
            assertThat(texts)
                    .noneMatch(text -> text.contains("<!here") || text.contains("<!channel"))
                    .noneMatch(text -> text.contains("<https://evil"));
        }
    }

    @Test
    void what_people_open_is_never_refused() {
        assertThat(people.calls().stream().filter(call -> !call.isOk())).isEmpty();
    }
}
