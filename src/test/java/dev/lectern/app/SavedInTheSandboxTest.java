package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Members put papers aside, and find them again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SavedInTheSandboxTest {
    private DemoWorld world;
    private People people;

    @BeforeAll
    void a_group_with_a_digest(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        people = world.people();
    }

    @AfterEach
    void nothing_that_was_shown_was_refused() {
        assertThat(people.calls().stream().filter(call -> !call.isOk())).isEmpty();
        People.ALL.forEach(people::closeModals);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private Post listed(String user) {
        return people.command(user, "month").posts().get(0);
    }

    private View saved(String user) {
        people.closeModals(user);
        return people.command(user, "saved").opened();
    }

    @Test
    void a_paper_is_saved_from_a_list_and_nobody_else_sees_it() {
        assertThat(saved(People.CHEN).read()).contains("You saved no papers yet.");
        assertThat(people.home(People.CHEN).values("saved.off")).isEmpty();

        Post list = listed(People.CHEN);
        List<String> papers = list.values("paper.details");
        Answer first = people.click(People.CHEN, list, "saved.save", papers.get(0));
        assertThat(first.text()).startsWith("Saved: ");
        people.click(People.CHEN, list, "saved.save", papers.get(1));
        people.click(People.CHEN, list, "saved.save", papers.get(0));

        View mine = saved(People.CHEN);
        assertThat(mine.title()).isEqualTo("Saved papers");
        assertThat(mine.values("saved.off")).containsExactly(papers.get(1), papers.get(0));
        assertThat(mine.values("ballot.nominate")).contains(papers.get(0));
        assertThat(mine.read()).contains("2 saved papers, the newest first");
        assertThat(people.home(People.CHEN).values("saved.off")).containsExactly(papers.get(1), papers.get(0));
        assertThat(saved(People.EMIL).values("saved.off")).isEmpty();
        assertThat(people.home(People.EMIL).values("saved.off")).isEmpty();

        View fewer = people.clickIn(People.CHEN, saved(People.CHEN), "saved.off", papers.get(1))
                .opened();
        assertThat(fewer.values("saved.off")).containsExactly(papers.get(0));
        people.closeModals(People.CHEN);
        people.clickIn(People.CHEN, people.home(People.CHEN), "saved.off", papers.get(0));
        assertThat(people.home(People.CHEN).values("saved.off")).isEmpty();
        assertThat(saved(People.CHEN).read()).contains("You saved no papers yet.");
    }

    @Test
    void a_papers_details_save_it_and_take_it_off() {
        Post list = listed(People.DIYA);
        String paper = list.values("paper.details").get(0);
        View details = people.click(People.DIYA, list, "paper.details", paper).opened();

        View after = people.clickIn(People.DIYA, details, "saved.save", paper).opened();
        assertThat(after.title()).isEqualTo("Paper");
        assertThat(after.values("saved.drop")).containsExactly(paper);
        assertThat(after.values("saved.save")).isEmpty();
        assertThat(saved(People.DIYA).values("saved.off")).containsExactly(paper);

        View back = people.clickIn(People.DIYA, saved(People.DIYA), "paper.details", paper)
                .opened();
        View off = people.clickIn(People.DIYA, back, "saved.drop", paper).opened();
        assertThat(off.values("saved.save")).containsExactly(paper);
        assertThat(saved(People.DIYA).values("saved.off")).isEmpty();
    }

    @Test
    void many_have_pages_of_ten_and_the_home_shows_five() {
        Post list = listed(People.BEN);
        List<String> papers = list.values("paper.details");
        Post more = people.click(People.BEN, list, "discover.page").posts().get(0);
        papers.forEach(paper -> people.click(People.BEN, list, "saved.save", paper));
        String last = more.values("paper.details").get(0);
        people.click(People.BEN, more, "saved.save", last);

        View first = saved(People.BEN);
        assertThat(first.values("saved.off")).hasSize(10).startsWith(last);
        View second = people.clickIn(
                        People.BEN,
                        first,
                        "saved.page",
                        first.values("saved.page").get(0))
                .opened();
        assertThat(second.values("saved.off")).containsExactly(papers.get(0));
        View gone =
                people.clickIn(People.BEN, second, "saved.off", papers.get(0)).opened();
        assertThat(gone.values("saved.off")).hasSize(10).startsWith(last);
        people.closeModals(People.BEN);

        View home = people.home(People.BEN);
        assertThat(home.values("saved.off")).hasSize(5).startsWith(last);
        assertThat(home.button("saved.all").label()).isEqualTo("All (10)");
        String all = home.button("saved.all").value();
        View everything = people.clickIn(People.BEN, home, "saved.all", all).opened();
        assertThat(everything.title()).isEqualTo("Saved papers");
        assertThat(everything.values("saved.off")).hasSize(10).startsWith(last);
    }

    @Test
    void what_a_search_finds_can_be_saved_in_a_channel_without_a_group() {
        Post list = people.commandIn("C0GENERAL", People.ADA, "month").posts().get(0);
        String paper = list.values("paper.details").get(0);
        people.click(People.ADA, list, "saved.save", paper);
        View there = people.commandIn("C0GENERAL", People.ADA, "saved").opened();
        assertThat(there.values("saved.off")).containsExactly(paper);
        assertThat(there.values("ballot.nominate")).isEmpty();
    }
}
