package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts of a discussion, as a group meets them: chosen, handed out, given back, swapped. */
class PartsTest {
    private static final Instant CLOSES = Instant.parse("2026-04-07T13:00:00Z");
    private static final Instant MEETING = Instant.parse("2026-04-09T13:00:00Z");
    private static final Pattern MENTION = Pattern.compile("<@(U0[A-Z]+)>");

    private DemoWorld world;
    private List<String> papers;

    @BeforeEach
    void a_monday_morning_with_three_nominations_by_ben(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        Post digest = people().newest("digest/").orElseThrow();
        papers = digest.values("ballot.nominate").subList(0, 3);
        papers.forEach(paper -> people().click(People.BEN, digest, "ballot.nominate", paper));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private People people() {
        return world.people();
    }

    private Post hub(String user) {
        return people().command(user, "parts").posts().get(0);
    }

    private Answer choose(Map<String, Object> values) {
        View form = people().click(People.ADA, hub(People.ADA), "part.choose").opened();
        Answer answer = people().submit(People.ADA, form, values);
        people().closeModals(People.ADA);
        people().settle();
        return answer;
    }

    private void vote() {
        people().command(People.BEN, "vote");
        people().settle();
        Post ballot = people().the("ballot/");
        people().click(People.CHEN, ballot, "ballot.vote", papers.get(1));
        people().click(People.DIYA, ballot, "ballot.vote", papers.get(1));
        people().click(People.DIYA, ballot, "ballot.vote", papers.get(2));
        people().goTo(CLOSES.plus(Duration.ofMinutes(1)));
        people().settle();
    }

    /** Whoever is asked to present says yes. */
    private String presenterSaysYes() {
        for (String user : People.ALL) {
            for (Post post : people().direct(user)) {
                if (!post.buttons("presenter.accept").isEmpty()) {
                    people().click(user, post, "presenter.accept");
                    people().advance(Duration.ofSeconds(10));
                    return user;
                }
            }
        }
        throw new AssertionError("nobody is asked");
    }

    private Post list() {
        return people().the("part.list/");
    }

    /** Who stands behind a part in the channel's list. */
    private List<String> holders(String part) {
        String line = list().read()
                .lines()
                .filter(one -> one.contains("*" + part + ":*"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + part + " in " + list().read()));
        List<String> holders = new ArrayList<>();
        Matcher mention = MENTION.matcher(line);
        while (mention.find()) {
            holders.add(mention.group(1));
        }
        return holders;
    }

    private Post note(String user) {
        List<Post> notes = people().direct(user).stream()
                .filter(post -> post.id().startsWith("part.yours/"))
                .toList();
        assertThat(notes).as("notes of %s", user).hasSize(1);
        return notes.get(0);
    }

    private String brief(String presenter) {
        return people().the("meeting.brief/2026-04-09/" + presenter).read();
    }

    private List<Post> partPosts() {
        return people().everything().stream()
                .filter(post -> post.id().startsWith("part."))
                .toList();
    }

    @Test
    void a_group_that_chose_no_parts_hears_nothing_of_them() {
        assertThat(hub(People.CHEN).read())
                .contains("We have no parts besides presenting", "Whose turn it is to present", "none so far");
        assertThat(hub(People.CHEN).buttons()).isEmpty();
        vote();
        Post asked = people().direct(People.ADA).stream()
                .filter(post -> post.id().startsWith("presenter.ask/"))
                .findFirst()
                .orElseThrow();
        assertThat(asked.read()).contains("It is your turn (you: none so far).");
        presenterSaysYes();
        assertThat(people().command(People.ADA, "status").posts().toString()).doesNotContain("handing out");
        people().goTo(MEETING.plus(Duration.ofMinutes(1)));
        assertThat(partPosts()).isEmpty();
    }

    @Test
    void parts_are_handed_out_once_it_is_settled_who_presents_what() {
        assertThat(choose(Map.of("parts", List.of("reviewer", "scribe", "hacker"), "several", "Hacker 2"))
                        .result())
                .isEqualTo("closed");
        assertThat(people().the("part.rules/").text())
                .contains("<@U0ADA> changed the parts of our meetings", "one presenter; Scribe, Reviewer, Hacker (2)");
        assertThat(hub(People.CHEN).read()).contains("It is handed out once it is settled who presents what");
        vote();
        assertThat(partPosts()).allMatch(post -> post.id().startsWith("part.rules/"));
        String presenter = presenterSaysYes();
        List<String> others = new ArrayList<>(holders("Hacker"));
        assertThat(others).hasSize(2);
        others.addAll(holders("Reviewer"));
        others.addAll(holders("Scribe"));
        assertThat(others).hasSize(4).doesNotHaveDuplicates().doesNotContain(presenter);
        assertThat(holders("Reviewer")).doesNotContain(People.BEN);
        assertThat(holders("Presenter")).containsExactly(presenter);
        Post note = note(holders("Scribe").get(0));
        assertThat(note.read()).contains("Your part on", "Scribe", "worth keeping", "arxiv.org/abs/" + papers.get(1));
        people().goTo(MEETING.plus(Duration.ofMinutes(1)));
        others.forEach(this::note);
        assertThat(partPosts()).hasSize(4 + 2);
    }

    @Test
    void at_the_latest_they_are_handed_out_the_morning_before_though_nobody_presents() {
        choose(Map.of("parts", List.of("reviewer", "scribe")));
        vote();
        people().goTo(Instant.parse("2026-04-08T06:59:00Z"));
        assertThat(people().newest("part.list/")).isEmpty();
        world.crashAndStartAgain();
        people().goTo(Instant.parse("2026-04-08T07:01:00Z"));
        assertThat(list().read()).contains("*Presenter:* nobody yet");
        List<String> before = holders("Scribe");
        String presenter = presenterSaysYes();
        assertThat(holders("Presenter")).containsExactly(presenter);
        assertThat(holders("Scribe")).isEqualTo(before);
    }

    @Test
    void who_can_t_gives_the_part_to_the_next_and_gets_no_other_one() {
        choose(Map.of("parts", List.of("scribe")));
        vote();
        presenterSaysYes();
        String first = holders("Scribe").get(0);
        Post note = note(first);
        people().click(first, note, "part.decline");
        people().advance(Duration.ofSeconds(10));
        String second = holders("Scribe").get(0);
        assertThat(second).isNotEqualTo(first);
        assertThat(note(first).read()).contains("You have no part on");
        assertThat(note(second).read()).contains("Scribe");
        assertThat(list().read()).contains("Scribe went on to the next");
        Post old = people().leftBehind("part.decline/1/T0LECTERN:C0READING", "2026-04-09 scribe");
        assertThat(people().click(first, old, "part.decline").text()).contains("You don't have this part any more");
        people().command(second, "leave");
        people().advance(Duration.ofSeconds(10));
        assertThat(holders("Scribe")).isNotEmpty().doesNotContain(first, second);
    }

    @Test
    void an_own_part_is_handed_out_with_its_own_words_and_a_wrong_one_is_refused_beside_the_field() {
        View form = people().click(People.ADA, hub(People.ADA), "part.own").opened();
        assertThat(people().submit(People.ADA, form, Map.of("own_parts", "Time keeper"))
                        .errors()
                        .get("own_parts"))
                .contains("“Time keeper” says no task");
        people().submit(People.ADA, form, Map.of("own_parts", "*Time* keeper: You ring <!here> after an hour"));
        people().settle();
        vote();
        presenterSaysYes();
        assertThat(list().read()).contains("keeper:*").doesNotContain("<!here>");
        String keeper = People.ALL.stream()
                .filter(user -> people().direct(user).stream()
                        .anyMatch(post -> post.id().startsWith("part.yours/")))
                .findFirst()
                .orElseThrow();
        assertThat(note(keeper).read()).contains("You ring &lt;!here&gt; after an hour");
        View again = people().click(People.ADA, hub(People.ADA), "part.own").opened();
        people().submit(People.ADA, again, Map.of("own_parts", ""));
        people().advance(Duration.ofSeconds(10));
        assertThat(list().read()).doesNotContain("keeper:*");
        assertThat(note(keeper).read()).contains("You have no part on");
    }

    @Test
    void two_present_a_paper_in_halves_and_the_second_one_s_turn_counts() {
        assertThat(choose(Map.of("presenters", "2", "papers", "3")).errors().get("presenters"))
                .contains("With several papers each has its own presenter");
        choose(Map.of("presenters", "2"));
        vote();
        String first = presenterSaysYes();
        String second = holders("Second half").get(0);
        assertThat(holders("First half")).containsExactly(first);
        assertThat(second).isNotEqualTo(first);
        assertThat(note(second).read()).contains("second half of the paper", papers.get(1));
        assertThat(people().the("presenter.ask/2026-04-09/" + first).read())
                .contains("You present the first half of <", "<@" + second + "> presents the second half.");
        people().goTo(Instant.parse("2026-04-08T13:01:00Z"));
        for (String presenter : List.of(first, second)) {
            assertThat(brief(presenter)).contains("What helps", "What the others want to talk about", papers.get(1));
        }
        assertThat(brief(first))
                .contains("you present the first half of <", "<@" + second + "> presents the other half");
        assertThat(brief(second))
                .contains("you present the second half of <", "<@" + first + "> presents the other half");
        people().goTo(MEETING.plus(Duration.ofHours(3)));
        assertThat(hub(People.ADA).read())
                .contains("<@" + first + ">: 1 of 1, last in April", "<@" + second + ">: 1 of 1, last in April");
    }

    @Test
    void a_second_presenter_who_is_found_after_the_reminder_is_told_what_helps_too() {
        choose(Map.of("presenters", "2"));
        vote();
        String first = presenterSaysYes();
        people().goTo(Instant.parse("2026-04-08T13:01:00Z"));
        String second = holders("Second half").get(0);
        people().click(second, note(second), "part.decline");
        people().advance(Duration.ofSeconds(10));
        String late = holders("Second half").get(0);
        assertThat(late).isNotEqualTo(second);
        assertThat(brief(late)).contains("you present the second half of <", "What helps");
        assertThat(brief(second)).contains("You don't present");
        assertThat(brief(first))
                .contains("<@" + late + "> presents the other half")
                .doesNotContain(second);
    }

    @Test
    void who_has_a_part_in_a_meeting_that_is_called_off_or_moved_reads_it_there() {
        choose(Map.of("parts", List.of("scribe")));
        vote();
        String presenter = presenterSaysYes();
        String scribe = holders("Scribe").get(0);
        Post offer = offered("scribe", scribe, withoutPart(presenter, scribe).get(0));
        people().changeMeetings(
                        "meetings.move", Map.of("meeting", "2026-04-09", "date", "2026-04-10", "time", "15:00"));
        assertThat(note(scribe).read()).contains("10 Apr 2026, 15:00", "Scribe");
        people().changeMeetings("meetings.skip", Map.of("meeting", "2026-04-09"));
        people().awaitRedraw();
        assertThat(note(scribe).read()).contains("does not take place");
        assertThat(note(scribe).buttons()).isEmpty();
        assertThat(list().read()).contains("does not take place").doesNotContain("<@" + scribe + ">");
        assertThat(people().the(offer.id()).buttons()).isEmpty();
    }

    @Test
    void three_papers_of_one_vote_are_read_each_with_its_presenter() {
        choose(Map.of("papers", "3"));
        vote();
        Post result = people().the("ballot.result/");
        assertThat(result.values("paper.details")).containsExactly(papers.get(1), papers.get(2), papers.get(0));
        assertThat(result.text()).contains("We read them on");
        assertThat(people().command(People.CHEN, "backlog").posts().toString()).doesNotContain(papers.get(2));
        String first = presenterSaysYes();
        assertThat(holders("Presenter")).containsExactly(first);
        String second = holders("Presenter of paper 2").get(0);
        String third = holders("Presenter of paper 3").get(0);
        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
        assertThat(note(second).read()).contains(papers.get(2)).doesNotContain(papers.get(1));
        assertThat(note(third).read()).contains(papers.get(0)).doesNotContain(papers.get(1));
        people().goTo(Instant.parse("2026-04-08T13:01:00Z"));
        assertThat(brief(first)).contains(papers.get(1)).doesNotContain(papers.get(0), papers.get(2));
        assertThat(brief(second)).contains(papers.get(2)).doesNotContain(papers.get(0), papers.get(1));
        assertThat(brief(third)).contains(papers.get(0)).doesNotContain(papers.get(1), papers.get(2));
    }

    @Test
    void members_swap_their_parts_when_both_agree() {
        choose(Map.of("parts", List.of("scribe", "lead")));
        vote();
        presenterSaysYes();
        String scribe = holders("Scribe").get(0);
        String lead = holders("Discussion lead").get(0);
        View form = people().click(scribe, note(scribe), "part.swap").opened();
        people().submit(scribe, form, Map.of("with", lead + " lead"));
        people().advance(Duration.ofSeconds(10));
        assertThat(note(scribe).read()).contains("You offered Scribe to <@" + lead + "> for Discussion lead");
        Post offer = people().the("part.swap/");
        assertThat(people().click(lead, offer, "part.swap.accept").text()).isEmpty();
        assertThat(people().click(lead, offer, "part.swap.accept").text()).contains("This no longer stands");
        people().advance(Duration.ofSeconds(10));
        assertThat(holders("Scribe")).containsExactly(lead);
        assertThat(holders("Discussion lead")).containsExactly(scribe);
        assertThat(people().the("part.swap/").read()).contains("You have Scribe on");
        assertThat(note(lead).read()).contains("Scribe");
    }

    /** Whoever has a part offers it to a member who has none; answers the offer. */
    private Post offered(String part, String from, String to) {
        View form = people().click(from, note(from), "part.swap").opened();
        people().submit(from, form, Map.of("with", to + " -"));
        people().closeModals(from);
        people().advance(Duration.ofSeconds(10));
        return people().the("part.swap/2026-04-09/" + from + "/" + part + "/" + to);
    }

    private List<String> withoutPart(String... besides) {
        return People.ALL.stream()
                .filter(user -> !List.of(besides).contains(user))
                .toList();
    }

    @Test
    void a_swap_of_parts_that_is_declined_leaves_them_and_both_see_it() {
        choose(Map.of("parts", List.of("scribe")));
        vote();
        String presenter = presenterSaysYes();
        String scribe = holders("Scribe").get(0);
        String other = withoutPart(presenter, scribe).get(0);
        Post offer = offered("scribe", scribe, other);
        assertThat(note(scribe).read()).contains("You offered Scribe to <@" + other + ">; they have not answered");
        Door door = new Door(world.port());
        Door.Knock no = Door.Knock.signed(Door.click(other, offer, "part.swap.refuse"), people().now());
        assertThat(door.send(no).statusCode()).isEqualTo(200);
        assertThat(door.send(no).statusCode()).isEqualTo(200);
        people().advance(Duration.ofSeconds(10));
        assertThat(holders("Scribe")).containsExactly(scribe);
        assertThat(note(scribe).read()).doesNotContain("You offered");
        assertThat(people().the("part.swap/").read()).contains("is settled");
        Door.Knock late = Door.Knock.signed(Door.click(other, offer, "part.swap.accept"), people().now());
        assertThat(door.send(late).statusCode()).isEqualTo(200);
        people().advance(Duration.ofSeconds(10));
        assertThat(holders("Scribe")).containsExactly(scribe);
    }

    @Test
    void of_two_who_accept_the_same_part_at_once_one_has_it_and_the_other_is_told() {
        choose(Map.of("parts", List.of("scribe")));
        vote();
        String presenter = presenterSaysYes();
        String scribe = holders("Scribe").get(0);
        List<String> racers = withoutPart(presenter, scribe).subList(0, 2);
        List<Post> offers =
                racers.stream().map(racer -> offered("scribe", scribe, racer)).toList();
        List<CompletableFuture<String>> answers = List.of(
                CompletableFuture.supplyAsync(() -> people().click(racers.get(0), offers.get(0), "part.swap.accept")
                        .text()),
                CompletableFuture.supplyAsync(() -> people().click(racers.get(1), offers.get(1), "part.swap.accept")
                        .text()));
        List<String> said = answers.stream().map(CompletableFuture::join).toList();
        assertThat(said).filteredOn(String::isEmpty).hasSize(1);
        assertThat(said)
                .filteredOn(text -> text.contains("This no longer stands"))
                .hasSize(1);
        people().advance(Duration.ofSeconds(10));
        assertThat(holders("Scribe")).containsExactly(racers.get(said.indexOf("")));
        Door door = new Door(world.port());
        Door.Knock again = Door.Knock.signed(
                Door.click(racers.get(said.indexOf("")), offers.get(said.indexOf("")), "part.swap.accept"),
                people().now());
        assertThat(door.send(again).statusCode()).isEqualTo(200);
        people().advance(Duration.ofSeconds(10));
        assertThat(holders("Scribe")).containsExactly(racers.get(said.indexOf("")));
    }

    @Test
    void only_the_organizer_chooses_hands_out_again_and_moves_the_order() {
        choose(Map.of("parts", List.of("scribe", "lead")));
        vote();
        presenterSaysYes();
        assertThat(hub(People.CHEN).buttons()).isEmpty();
        Post organizers = hub(People.ADA);
        Post shown = people().leftBehind("part.again/1", "2026-04-09");
        assertThat(people().click(People.CHEN, shown, "part.again").text()).contains("ask <@U0ADA>");
        String before = holders("Scribe").get(0);
        people().click(People.ADA, organizers, "part.again");
        people().advance(Duration.ofSeconds(10));
        assertThat(holders("Scribe")).doesNotContain(before);
        assertThat(list().read()).contains("handed out again by <@U0ADA>");
        List<String> order = order(hub(People.ADA));
        people().click(People.ADA, organizers, "rotation.forward");
        List<String> moved = order(hub(People.ADA));
        assertThat(moved.get(0)).isEqualTo(order.get(1));
        people().click(People.ADA, organizers, "rotation.back");
        assertThat(order(hub(People.ADA))).isEqualTo(order);
        people().advance(Duration.ofSeconds(10));
        assertThat(people().channel().stream().filter(post -> post.id().startsWith("rotation.moved/")))
                .hasSize(2);
    }

    private static List<String> order(Post hub) {
        List<String> order = new ArrayList<>();
        hub.read().lines().filter(line -> line.matches("\\d+\\. <@.*")).forEach(line -> {
            Matcher mention = MENTION.matcher(line);
            if (mention.find()) {
                order.add(mention.group(1));
            }
        });
        return order;
    }
}
