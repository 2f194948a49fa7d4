package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import dev.lectern.meeting.Meeting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One meeting's day, from the reminder to what is kept of it. */
class MeetingDayTest {
    private DemoWorld world;
    private MeetingAtHand meeting;

    @BeforeEach
    void a_group_that_has_begun(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        meeting = new MeetingAtHand(world);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private People people() {
        return world.people();
    }

    private void click(String user, Post post, String button) {
        assertThat(people().click(user, post, button).text()).isEmpty();
    }

    private Answer rate(String user, int worth) {
        return people().click(user, wrapUp(), "rating.worth", MeetingAtHand.ID + " " + worth);
    }

    private Post wrapUp() {
        return people().the("meeting.end/");
    }

    private View queue(String user) {
        return people().command(user, "questions").opened();
    }

    private static Meeting at(Meeting meeting, String place) {
        return new Meeting(
                meeting.id(),
                meeting.start(),
                meeting.length(),
                Optional.of(place),
                meeting.paper(),
                meeting.also(),
                meeting.presenting(),
                meeting.state());
    }

    @Test
    void the_whole_day_with_a_restart_after_each_of_its_messages() {
        meeting.choosePaper();
        String presenter = meeting.findPresenter();
        String asker = presenter.equals(People.BEN) ? People.CHEN : People.BEN;
        Post result = people().the("ballot.result/");
        meeting.ask(asker, result, "Does it *scale*?", false);
        meeting.change(known -> at(known, "https://meet.example/reading"));

        people().goTo(MeetingAtHand.REMINDER);
        people().settle();
        Post reminder = people().the("meeting.remind/");
        assertThat(reminder.text()).startsWith("Tomorrow: ");
        assertThat(reminder.read())
                .contains("*Tomorrow we read ", "presented by <@" + presenter + ">", "Not this time")
                .contains("<https://meet.example/reading|https://meet.example/reading>");
        Post brief = people().the("meeting.brief/");
        assertThat(people().direct(presenter).stream().map(Post::id)).contains(brief.id());
        assertThat(brief.read())
                .contains("*Tomorrow you present <", "Read it: <http", "What helps", "1. Does it \u2217scale*?");

        click(People.ADA, reminder, "rsvp.yes");
        click(People.BEN, reminder, "rsvp.yes");
        click(People.CHEN, reminder, "rsvp.maybe");
        click(People.DIYA, reminder, "rsvp.yes");
        click(People.DIYA, reminder, "rsvp.no");
        people().awaitRedraw();
        assertThat(people().the("meeting.remind/").ts()).isEqualTo(reminder.ts());
        assertThat(people().the("meeting.remind/").read())
                .contains("Coming: 2 (Ada Moreau, Ben Okafor) · maybe: 1 (Chen Yulan) · not this time: 1 (Diya Raman)");
        world.crashAndStartAgain();

        people().goTo(MeetingAtHand.START);
        people().settle();
        Post start = people().the("meeting.start/");
        assertThat(start.read())
                .contains("The reading group starts now", "1. Does it", "Coming: 2 (Ada Moreau, Ben Okafor)")
                .contains("meet.example", "I'm here", "<@" + presenter + ">");
        Post thread = people().the("meeting.thread/");
        assertThat(thread.json().path("thread_ts").asString()).isEqualTo(start.ts());
        assertThat(thread.read()).contains("Notes of the meeting of 9 April go here");
        click(People.ADA, start, "attendance.here");
        click(People.EMIL, start, "attendance.here");
        meeting.ask(People.EMIL, start, "What would you try next?", false);
        people().awaitRedraw();
        assertThat(people().the("meeting.start/").read())
                .contains("Here: 2 (Ada Moreau, Emil", "2. What would you try next?");
        world.crashAndStartAgain();

        people().goTo(MeetingAtHand.END);
        people().settle();
        Post wrapUp = wrapUp();
        assertThat(wrapUp.read())
                .contains("*That was <", "Thank you, <@" + presenter + ">!", "There: 2 (Ada Moreau, Emil")
                .contains("Nobody has rated it yet", "Next: <!date", "The vote on its paper opens <!date");
        assertThat(people().the("meeting.start/").read())
                .contains("The reading group met")
                .doesNotContain("I'm here", "Ask a question");
        click(People.BEN, wrapUp, "attendance.here");
        assertThat(rate(People.ADA, 5).text()).startsWith("You gave it 5 of 5.");
        rate(People.BEN, 1);
        assertThat(rate(People.BEN, 3).text()).startsWith("You gave it 3 of 5.");
        people().awaitRedraw();
        assertThat(wrapUp().read()).contains("2 rated it so far; the average shows once 3 have");
        world.crashAndStartAgain();
        rate(People.EMIL, 4);
        people().click(People.EMIL, wrapUp(), "rating.recommend", MeetingAtHand.ID + " yes");
        people().awaitRedraw();
        assertThat(wrapUp().read())
                .contains("*4.0* of 5 from 3", "There: 3 (Ada Moreau, Ben Okafor, Emil")
                .doesNotContain("would recommend");
        List<String> ids = people().everything().stream().map(Post::id).toList();
        assertThat(ids).doesNotContain("").doesNotHaveDuplicates();
        assertThat(wrapUp().ts()).isEqualTo(wrapUp.ts());
    }

    @Test
    void an_anonymous_question_bears_nobodys_name_anywhere_and_only_its_asker_deletes_it() {
        meeting.choosePaper();
        Post result = people().the("ballot.result/");
        View asked = meeting.ask(People.CHEN, result, "Is this any good?", true);
        assertThat(asked.read())
                .contains("Your question is asked.", "Is this any good?", "asked without a name", "Delete mine")
                .doesNotContain("Chen");
        assertThat(meeting.discussion()).contains("Is this any good?").doesNotContain(People.CHEN);

        View ben = queue(People.BEN);
        assertThat(ben.read()).contains("asked without a name").doesNotContain("Chen", "Delete", "Remove");
        assertThat(people().clickIn(People.CHEN, queueOf(People.CHEN), "question.delete", onlyQuestion(asked))
                        .opened()
                        .read())
                .contains("The question is deleted.", "Nobody asked anything yet.");
        assertThat(meeting.discussion()).doesNotContain("Is this any good?");

        meeting.ask(People.CHEN, result, "Is this any good at all?", true);
        people().goTo(MeetingAtHand.END);
        people().settle();
        assertThat(meeting.discussion()).contains("Is this any good at all?").doesNotContain("secret");
        String everything = people().everything().toString();
        assertThat(everything).doesNotContain("Chen Yulan asked");
        View after = people().click(People.CHEN, wrapUp(), "question.queue").opened();
        assertThat(after.read())
                .contains("Is this any good at all?")
                .doesNotContain("Delete mine", "+1", "Ask a question");
    }

    private View queueOf(String user) {
        people().closeModals(user);
        return queue(user);
    }

    private static String onlyQuestion(View queue) {
        return queue.button("question.delete").value();
    }

    @Test
    void questions_are_sorted_by_votes_and_each_member_has_one_for_each() {
        meeting.choosePaper();
        String presenter = meeting.findPresenter();
        people().goTo(MeetingAtHand.REMINDER);
        people().settle();
        assertThat(people().command(People.ADA, "ask Why these data?").text())
                .startsWith("Asked for <!date")
                .contains("“Why these data?”");
        people().advance(Duration.ofMinutes(1));
        people().command(People.BEN, "ask What is <!channel> lost?");
        people().settle();
        View view = queue(People.CHEN);
        assertThat(view.read().indexOf("Why these data?"))
                .isLessThan(view.read().indexOf("lost?"));
        assertThat(view.read()).contains("asked by Ada Moreau", "&lt;!channel&gt;");
        String second = view.buttons("question.plus").get(1).value();
        View voted =
                people().clickIn(People.CHEN, view, "question.plus", second).opened();
        assertThat(voted.read()).contains("*+1*", "Take +1 back");
        assertThat(voted.read().indexOf("lost?")).isLessThan(voted.read().indexOf("Why these data?"));
        people().awaitRedraw();
        assertThat(people().the("meeting.brief/").read())
                .contains("1. What is &lt;!channel&gt; lost? · +1\n2. Why these data?")
                .contains("All questions (2)");
        View all = people().click(presenter, people().the("meeting.brief/"), "question.queue")
                .opened();
        assertThat(all.read()).contains("Why these data?");

        View back =
                people().clickIn(People.CHEN, voted, "question.minus", second).opened();
        assertThat(back.read()).doesNotContain("*+1*");
        people().closeModals(People.ADA);
        View organizers = queue(People.ADA);
        people().clickIn(People.ADA, organizers, "question.delete", second);
        people().settle();
        assertThat(people().the("question.removed/").text())
                .isEqualTo("<@U0ADA> removed a question for the meeting of 9 April.");
    }

    @Test
    void what_cannot_be_asked_gets_a_sentence() {
        assertThat(people().command(People.ADA, "ask Anything?").text()).contains("No meeting ahead has a paper yet");
        assertThat(people().command(People.BEN, "questions").text()).contains("No meeting ahead has a paper yet");
        meeting.choosePaper();
        assertThat(people().command(People.ADA, "ask " + "why ".repeat(1_000) + "?")
                        .text())
                .contains("characters long; a question has 500 at most");
        assertThat(people().command(People.ADA, "ask \u200b").text()).contains("A question needs words");
        people().command(People.ADA, "ask Why?");
        assertThat(people().command(People.BEN, "ask  WHY? ").text()).contains("Somebody asked that already");
        for (int i = 1; i < 10; i++) {
            people().command(People.ADA, "ask Why " + i + "?");
        }
        assertThat(people().command(People.ADA, "ask Why not?").text()).contains("You have 10 questions");
        people().command(People.FATIMA, "leave");
        assertThat(people().command(People.FATIMA, "ask May I?").text()).contains("Members ask questions here.");
        Post result = people().the("ballot.result/");
        View form = people().click(People.BEN, result, "question.ask").opened();
        View stale = queue(People.CHEN);
        people().goTo(MeetingAtHand.END);
        assertThat(people().submit(People.BEN, form, Map.of("question", "Too late?"))
                        .errors()
                        .get("question"))
                .contains("This meeting is over");
        String one = stale.buttons("question.plus").get(0).value();
        assertThat(people().clickIn(People.CHEN, stale, "question.plus", one)
                        .opened()
                        .read())
                .contains("This meeting is over; its questions stay as they are.");
        assertThat(people().click(People.BEN, result, "question.ask").text()).contains("This meeting is over");
    }

    @Test
    void the_organizer_says_for_others_who_was_there_and_that_stands_below_the_list() {
        meeting.choosePaper();
        people().goTo(MeetingAtHand.END);
        people().settle();
        assertThat(people().click(People.BEN, wrapUp(), "attendance.list").text())
                .contains("Only organizers of this group say for others who was there: ask <@U0ADA>");
        click(People.DIYA, wrapUp(), "attendance.here");
        View form = people().click(People.ADA, wrapUp(), "attendance.list").opened();
        click(People.EMIL, wrapUp(), "attendance.here");
        assertThat(people().submit(People.ADA, form, Map.of("people", List.of(People.BEN)))
                        .result())
                .isEqualTo("closed");
        people().awaitRedraw();
        assertThat(wrapUp().read())
                .contains("There: 2 (Ben Okafor, Emil")
                .contains("the list was changed by Ada Moreau")
                .doesNotContain("Diya");
        assertThat(people().click(People.BEN, wrapUp(), "attendance.here").text())
                .contains("You are counted already");
    }

    @Test
    void who_said_to_be_there_takes_it_back_themselves() {
        meeting.choosePaper();
        people().goTo(MeetingAtHand.END);
        people().settle();
        click(People.DIYA, wrapUp(), "attendance.here");
        click(People.BEN, wrapUp(), "attendance.here");
        Post asked =
                people().click(People.DIYA, wrapUp(), "attendance.here").posts().get(0);
        people().awaitRedraw();
        assertThat(wrapUp().read()).contains("There: 2 (Ben Okafor, Diya Raman)");
        assertThat(people().click(People.DIYA, asked, "attendance.away").text())
                .isEqualTo("You are not counted any more.");
        people().awaitRedraw();
        assertThat(wrapUp().read()).contains("There: 1 (Ben Okafor)");
        assertThat(people().click(People.DIYA, asked, "attendance.away").text()).startsWith("You are not counted;");
        click(People.DIYA, wrapUp(), "attendance.here");
        people().advance(Duration.ofDays(31));
        assertThat(people().click(People.DIYA, asked, "attendance.away").text()).contains("too long ago");
    }

    @Test
    void who_is_no_member_rates_only_having_been_there() {
        meeting.choosePaper();
        people().goTo(MeetingAtHand.END);
        people().settle();
        people().command(People.FATIMA, "leave");
        assertThat(rate(People.FATIMA, 2).text()).contains("Members rate, and whoever was there.");
        assertThat(people().click(People.BEN, wrapUp(), "rating.recommend", MeetingAtHand.ID + " no")
                        .text())
                .contains("Tap a number first");
        click(People.FATIMA, wrapUp(), "attendance.here");
        assertThat(rate(People.FATIMA, 2).text()).startsWith("You gave it 2 of 5.");
        people().advance(Duration.ofDays(31));
        assertThat(people().click(People.BEN, wrapUpOfTheFirst(), "rating.worth", MeetingAtHand.ID + " 5")
                        .text())
                .contains("too long ago");
    }

    private Post wrapUpOfTheFirst() {
        return people().the("meeting.end/" + MeetingAtHand.ID);
    }

    @Test
    void notes_are_collected_shown_and_taken_off() {
        meeting.choosePaper();
        assertThat(people().command(People.BEN, "notes").text()).contains("This group has not met yet");
        people().goTo(MeetingAtHand.START);
        people().settle();
        View form = people().click(People.BEN, people().the("meeting.start/"), "notes.add")
                .opened();
        assertThat(people().submit(People.BEN, form, Map.of("link", "see my desktop"))
                        .errors())
                .containsOnlyKeys("link");
        assertThat(people().submit(People.BEN, form, Map.of("link", "ftp://files.example/1"))
                        .errors())
                .containsOnlyKeys("link");
        assertThat(people().submit(People.BEN, form, Map.of("link", "", "text", " "))
                        .errors())
                .containsOnlyKeys("text");
        assertThat(people().submit(
                                People.BEN,
                                form,
                                Map.of(
                                        "kind",
                                        "SLIDES",
                                        "link",
                                        "https://slides.example/1?a=b",
                                        "text",
                                        "My *slides* <!here>"))
                        .result())
                .isEqualTo("closed");
        people().goTo(MeetingAtHand.END);
        people().settle();
        assertThat(wrapUp().read())
                .contains("Slides: <https://slides.example/1?a=b|My \u2217slides* &lt;!here&gt;> · Ben Okafor");
        Post notes = people().command(People.BEN, "notes").posts().get(0);
        assertThat(notes.read()).contains("*Slides* · Ben Okafor", "My \u2217slides*", "Take off");
        assertThat(people().command(People.CHEN, "notes 9 april").posts().get(0).read())
                .contains("My \u2217slides*")
                .doesNotContain("Take off");
        assertThat(people().command(People.CHEN, "notes yesterday").text())
                .contains("I know no meeting of “yesterday”", "`2026-04-09`");
        Post organizers =
                people().command(People.ADA, "notes 2026-04-09").posts().get(0);
        assertThat(people().click(People.ADA, organizers, "notes.remove").text())
                .isEqualTo("Taken off.");
        assertThat(people().click(People.BEN, notes, "notes.remove").text()).contains("taken off already");
        people().settle();
        assertThat(people().the("notes.removed/").text())
                .isEqualTo("<@U0ADA> took off what <@U0BEN> had added to the notes of 9 April.");
        people().awaitRedraw();
        assertThat(wrapUp().read()).doesNotContain("slides.example");
    }

    @Test
    void a_group_that_wants_less_is_asked_less() {
        View none = people().click(
                        People.ADA,
                        people().command(People.ADA, "questions").posts().get(0),
                        "discussion.rules")
                .opened();
        assertThat(people().submit(People.ADA, none, Map.of("wanted", List.of()))
                        .result())
                .isEqualTo("closed");
        people().settle();
        assertThat(people().the("discussion.rules/").text())
                .isEqualTo("<@U0ADA> changed how we discuss: questions with a name, who comes only counted, "
                        + "who was there not noted, papers not rated.");
        meeting.choosePaper();
        View form = people().click(People.BEN, people().the("ballot.result/"), "question.ask")
                .opened();
        assertThat(form.read()).doesNotContain("without my name");
        people().goTo(MeetingAtHand.REMINDER);
        people().settle();
        click(People.BEN, people().the("meeting.remind/"), "rsvp.yes");
        people().awaitRedraw();
        assertThat(people().the("meeting.remind/").read())
                .contains("Coming: 1 · maybe: 0 · not this time: 0")
                .doesNotContain("Ben Okafor");
        people().goTo(MeetingAtHand.END);
        people().settle();
        assertThat(people().the("meeting.start/").read()).doesNotContain("I'm here");
        assertThat(wrapUp().read()).doesNotContain("Worth it?", "I was there", "Who was there");
    }

    @Test
    void a_meeting_without_paper_and_presenter_says_so_and_is_wrapped_up_all_the_same() {
        people().goTo(MeetingAtHand.REMINDER);
        people().settle();
        assertThat(people().the("meeting.remind/").read())
                .contains("*Tomorrow the reading group meets. No paper is chosen", "is asked to present")
                .doesNotContain("Ask a question");
        people().goTo(MeetingAtHand.START);
        people().settle();
        assertThat(people().the("meeting.start/").read()).contains("No paper was chosen this time");
        people().goTo(MeetingAtHand.END);
        people().settle();
        assertThat(wrapUp().read())
                .contains("*That was the reading group, without a paper*", "Thank you all.")
                .doesNotContain("Worth it?");
        assertThat(people().everything().stream().map(Post::id)).noneMatch(id -> id.startsWith("meeting.brief/"));
    }

    @Test
    void a_meeting_that_was_called_off_meanwhile_takes_no_answers_and_has_no_further_messages() {
        meeting.choosePaper();
        meeting.findPresenter();
        people().goTo(MeetingAtHand.REMINDER);
        people().settle();
        Post reminder = people().the("meeting.remind/");
        meeting.change(Meeting::cancelled);
        assertThat(people().click(People.BEN, reminder, "rsvp.yes").text()).contains("This meeting is over");
        meeting.forget();
        assertThat(people().click(People.BEN, reminder, "rsvp.yes").text())
                .contains("This meeting does not take place any more");
        people().goTo(MeetingAtHand.END);
        people().settle();
        assertThat(people().everything().stream().map(Post::id))
                .noneMatch(id -> id.matches("meeting[.](start|thread|end)/" + MeetingAtHand.ID));
    }

    @Test
    void another_paper_after_the_reminder_is_shown_in_it_and_to_the_presenter() {
        meeting.choosePaper();
        meeting.findPresenter();
        people().goTo(MeetingAtHand.REMINDER);
        people().settle();
        Post reminder = people().the("meeting.remind/");
        Post brief = people().the("meeting.brief/");
        Post hub = people().command(People.ADA, "ballot").posts().get(0);
        Shown.Button runnerUp = hub.button("ballot.runnerup");
        assertThat(people().click(People.ADA, hub, "ballot.runnerup", runnerUp.value())
                        .text())
                .contains("instead");
        people().awaitRedraw();
        String paper = people().the("ballot.runnerup/").values("paper.details").get(0);
        assertThat(reminder.values("paper.details")).doesNotContain(paper);
        assertThat(people().the("meeting.remind/").values("paper.details")).containsExactly(paper);
        assertThat(people().the("meeting.brief/").text()).isNotEqualTo(brief.text());
    }

    @Test
    void a_meeting_that_is_moved_after_its_reminder_is_reminded_of_once_more() {
        meeting.choosePaper();
        meeting.findPresenter();
        people().goTo(MeetingAtHand.REMINDER);
        people().settle();
        Post first = people().the("meeting.remind/");
        meeting.change(known -> known.at(MeetingAtHand.START.plus(Duration.ofDays(1))));
        click(People.BEN, first, "rsvp.yes");
        people().awaitRedraw();
        assertThat(people().the("meeting.remind/").text()).startsWith("On Friday: ");
        meeting.schedule("meeting.remind", MeetingAtHand.START);
        people().goTo(MeetingAtHand.START);
        people().advance(Duration.ofMinutes(1));
        Post second = people().the("meeting.remind/" + MeetingAtHand.ID + "/2");
        assertThat(second.text()).startsWith("Tomorrow: ");
        assertThat(second.read()).contains("Coming: 1 (Ben Okafor)");
        assertThat(people().the("meeting.brief/").read()).contains("*Tomorrow you present");
    }
}
