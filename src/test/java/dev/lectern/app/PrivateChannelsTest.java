package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.GroupId;
import dev.lectern.paper.DemoPapers;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Listing;
import dev.lectern.paper.Names;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two groups in private channels and one in a public one, and what each gets to know of the others'. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivateChannelsTest {
    private static final String OURS = "C0VISION";
    private static final String THEIRS = "C0RANDOM";
    private static final String PUBLIC = "C0READING";
    private static final List<String> OTHERS = List.of(THEIRS, PUBLIC);

    /** In the private group. */
    private static final String MEMBER = People.ADA;
    /** In the other private group and in the public one. */
    private static final String OUTSIDER = People.EMIL;

    private static final String FIELD = "ballot.nominate.titles/1";
    private static final String LINK = "https://arxiv.org/abs/2401.99998";
    private static final String TITLE = "Zyxwv quarterly plan";

    private DemoWorld world;
    private People people;

    @BeforeAll
    void three_groups(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        people = world.people();
        found(OURS, MEMBER, List.of(MEMBER, People.BEN));
        people.invite(OUTSIDER, THEIRS);
        found(THEIRS, OUTSIDER, List.of(OUTSIDER, People.FATIMA));
        List.of(OURS, THEIRS).forEach(channel -> people.of(channel, "make-private"));
        People.ALL.stream()
                .filter(user -> !List.of(OUTSIDER, People.FATIMA).contains(user))
                .forEach(user -> people.leave(user, THEIRS));
        people.settle();
    }

    private void found(String channel, String organizer, List<String> members) {
        View form = people.commandIn(channel, organizer, "setup").opened();
        assertThat(people.submit(organizer, form, Map.of("members", members)).errors())
                .isEmpty();
        people.settle();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private String said(String channel, String user, String command) {
        People.Answer answer = people.commandIn(channel, user, command);
        return answer.text() + "\n"
                + String.join("\n", answer.posts().stream().map(Post::read).toList());
    }

    private List<String> offered(String channel, String user, String typed) {
        View form = people.commandIn(channel, user, "nominate").opened();
        List<String> options = people.type(user, form, FIELD, typed).stream()
                .map(option -> option.path("value").asString())
                .toList();
        people.closeModals(user);
        return options;
    }

    /** All that the outsider gets to see about a paper by its link, its title and the lists. */
    private List<String> seenOutside(String link, String title) {
        List<String> seen = new ArrayList<>();
        for (String channel : OTHERS) {
            seen.add(said(channel, OUTSIDER, "search " + title));
            seen.add(said(channel, OUTSIDER, "search " + link));
            seen.add(said(channel, OUTSIDER, "month"));
            seen.add(said(channel, OUTSIDER, "backlog"));
            seen.add(said(channel, OUTSIDER, "archive"));
            seen.addAll(offered(channel, OUTSIDER, title));
            seen.addAll(people.say(OUTSIDER, channel, "<" + link + ">").unfurls().stream()
                    .map(Post::read)
                    .toList());
        }
        String direct = people.direct(OUTSIDER).get(0).channel();
        seen.add(said(direct, OUTSIDER, "search " + title));
        seen.add(said(direct, OUTSIDER, "search " + link));
        seen.add(people.home(OUTSIDER).read());
        return seen;
    }

    private static Draft known(LocalDate today) {
        return DemoPapers.load().stream()
                .filter(draft -> draft.listings().stream().map(Listing::day).allMatch(day -> day.isBefore(today)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_title_that_was_typed_in_a_private_channel_is_known_there_and_nowhere_else() {
        assertThat(said(OURS, MEMBER, "nominate <" + LINK + "> " + TITLE)).contains("Nominated", TITLE);
        PaperStore papers = new PaperStore(world.redis());
        PaperId typed = papers.byNames(Names.find(LINK), GroupId.parse("T0LECTERN:" + OURS))
                .orElseThrow();

        Awaitility.await("the index to follow")
                .atMost(Duration.ofSeconds(60))
                .until(() -> said(OURS, MEMBER, "search zyxwv").contains(TITLE));
        assertThat(offered(OURS, People.BEN, "zyxwv")).containsExactly(typed.value());
        assertThat(people.say(People.BEN, OURS, "<" + LINK + ">").unfurls())
                .singleElement()
                .satisfies(card -> assertThat(card.read()).contains(TITLE));

        // What was searched for is said again, but its words are not the title's.
        assertThat(seenOutside(LINK, "zyxwv plan"))
                .noneMatch(text -> text.contains(TITLE) || text.contains("quarterly"));
        OTHERS.forEach(
                channel -> assertThat(offered(channel, OUTSIDER, "zyxwv")).isEmpty());
        OTHERS.forEach(channel ->
                assertThat(said(channel, OUTSIDER, "nominate zyxwv plan")).doesNotContain("Nominated", "quarterly"));

        Post left = people.leftBehind("paper.details/1", typed.value());
        assertThat(people.click(OUTSIDER, left, "paper.details").text()).doesNotContain("quarterly");
        assertThat(people.modals(OUTSIDER)).isEmpty();
        Post nomination = people.leftBehind("ballot.nominate/1", typed.value());
        assertThat(people.click(OUTSIDER, nomination, "ballot.nominate").text()).doesNotContain("quarterly");
        Post saving = people.leftBehind("saved.save/1", typed.value());
        assertThat(people.click(OUTSIDER, saving, "saved.save").text()).doesNotContain("quarterly");
        assertThat(people.commandIn(PUBLIC, OUTSIDER, "saved").opened().read()).doesNotContain("quarterly");
        people.closeModals(OUTSIDER);

        assertThat(said(THEIRS, OUTSIDER, "nominate <" + LINK + "> Another name for it"))
                .contains("Nominated", "Another name for it");
        assertThat(said(THEIRS, OUTSIDER, "backlog")).contains("Another name").doesNotContain("quarterly");
        assertThat(said(OURS, MEMBER, "backlog")).contains(TITLE).doesNotContain("Another name");

        people.advance(Duration.ofDays(3));
        assertThat(Stream.of(
                                people.channel(PUBLIC).stream(),
                                people.channel(THEIRS).stream(),
                                people.direct(OUTSIDER).stream(),
                                people.direct(People.FATIMA).stream())
                        .flatMap(posts -> posts)
                        .map(Post::read))
                .isNotEmpty()
                .noneMatch(text -> text.contains("quarterly"));
    }

    @Test
    void what_a_private_group_does_with_a_public_paper_changes_nothing_for_anybody_else() {
        Draft paper = known(LocalDate.ofInstant(people.now(), ZoneOffset.UTC));
        String id = paper.names().arxiv().orElseThrow().value();
        String link = "https://arxiv.org/abs/" + id;
        seenOutside(link, paper.title());
        List<String> before = seenOutside(link, paper.title());
        assertThat(before).anyMatch(text -> text.contains(paper.title()));

        assertThat(said(OURS, MEMBER, "nominate <" + link + ">")).contains("Nominated");
        Post backlog = people.commandIn(OURS, MEMBER, "backlog").posts().get(0);
        View whole = people.click(MEMBER, backlog, "paper.details", id).opened();
        assertThat(people.clickIn(MEMBER, whole, "saved.save", id).opened().values("saved.drop"))
                .containsExactly(id);
        people.closeModals(MEMBER);
        assertThat(people.say(MEMBER, OURS, "<" + link + ">").unfurls())
                .singleElement()
                .satisfies(card -> assertThat(card.read()).contains("\nNominated\n"));

        assertThat(seenOutside(link, paper.title())).isEqualTo(before);
        assertThat(people.commandIn(PUBLIC, OUTSIDER, "saved").opened().read()).doesNotContain(paper.title());
        people.closeModals(OUTSIDER);
        View details = people.click(OUTSIDER, people.leftBehind("paper.details/1", id), "paper.details")
                .opened();
        assertThat(details.read()).contains(paper.title()).doesNotContain("Nominated");
        people.closeModals(OUTSIDER);
    }

    @Test
    void a_group_in_a_private_channel_is_called_as_the_channel_is_though_commands_do_not_say_its_name() {
        String channel = "C0GENERAL";
        people.of(channel, "make-private");
        found(channel, MEMBER, List.of(MEMBER, People.BEN));
        assertThat(people.home(MEMBER).read()).contains("#general").doesNotContain("privategroup");
    }
}
