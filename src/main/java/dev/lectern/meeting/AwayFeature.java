package dev.lectern.meeting;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.slack.Click;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.work.Change;
import dev.lectern.work.Steps;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** When members are away, or not to be asked to present. */
final class AwayFeature implements Feature {
    private static final String CONFIRM = "away.confirm/1";
    private static final String BACK = "away.back/1";
    private static final String USUAL_SNOOZE = "4 weeks";
    private static final int MOST_SHOWN = 20;
    private static final String EXAMPLES =
            "`/papers away 20 Dec - 6 Jan`, `/papers away until 6 January` or `/papers away next week`";

    private final MeetingSteps at;
    private final AbsenceStore absences;
    private final AbsenceSteps steps;

    AwayFeature(MeetingSteps at, AbsenceStore absences, AbsenceSteps steps) {
        this.at = at;
        this.absences = absences;
        this.steps = steps;
    }

    @Override
    public void register(Routes routes, Steps unused, Drawings drawings) {
        routes.command("away", "away <days>", "says when you are away, such as 20 Dec - 6 Jan", this::away);
        routes.command(
                "snooze", "snooze [days]", "keeps you from being asked to present, for four weeks", this::snooze);
        routes.button(CONFIRM, this::confirmed);
        routes.button(BACK, this::takenBack);
    }

    private Reply away(Command command) {
        return command.rest().isEmpty() ? mine(command) : absent(command, command.rest(), Absence.Reach.MEETINGS);
    }

    private Reply snooze(Command command) {
        return absent(command, command.rest().isEmpty() ? USUAL_SNOOZE : command.rest(), Absence.Reach.PRESENTING);
    }

    private Reply absent(Command command, String days, Absence.Reach reach) {
        return at.changes.once(command.group(), command.request(), Reply.KEPT, change -> {
            Optional<Group> group = at.groups.find(command.group());
            if (group.isEmpty()) {
                return GroupFeature.noGroup();
            }
            if (!group.get().isMember(command.user())) {
                return Reply.onlyToYou("You are not a member here, so nobody asks you anything.");
            }
            AbsenceText.Reading read = AbsenceText.read(days, today(change, group.get()));
            return read instanceof AbsenceText.Days span
                    ? absent(change, group.get(), new Absence(command.user(), span.from(), span.until(), reach), false)
                    : Reply.onlyToYou(((AbsenceText.Problem) read).sentence());
        });
    }

    private Reply absent(Change change, Group group, Absence absence, boolean confirmed) {
        if (absences.of(group.id(), absence.who()).contains(absence)) {
            return Reply.onlyToYou("I know already: " + said(absence) + ". `/papers away` shows all, to take back.");
        }
        List<Meeting> promised = steps.promised(change, group, absence);
        if (!promised.isEmpty() && !confirmed) {
            return question(group, absence, promised);
        }
        List<Meeting> free = steps.begin(change, group, absence);
        String others = free.isEmpty() ? "" : " Others are asked to present on " + dates(free, group) + ".";
        return onlyToYou(capital(said(absence)) + "." + others, button("Take it back", BACK, value(absence)));
    }

    /** Nothing is written before the answer. */
    private static Reply question(Group group, Absence absence, List<Meeting> promised) {
        return onlyToYou(
                capital(said(absence)) + "? You present on " + dates(promised, group)
                        + ": somebody else would be asked instead. Nothing has changed so far.",
                button("Yes, ask somebody else", CONFIRM, value(absence)).primary());
    }

    private Reply confirmed(Click click) {
        return change(click, (change, group) -> absent(change, group, absence(click), true));
    }

    private Reply takenBack(Click click) {
        return change(click, (change, group) -> {
            Absence absence = absence(click);
            if (!absences.of(group.id(), click.user()).contains(absence)) {
                return Reply.onlyToYou("That is taken back already.");
            }
            absences.remove(change, absence);
            return Reply.onlyToYou(
                    "Taken back: you can be asked again " + AbsenceText.say(absence.from(), absence.until())
                            + ". Dates that others were asked for meanwhile stay theirs.");
        });
    }

    @FunctionalInterface
    private interface Answering {
        Reply answer(Change change, Group group);
    }

    private Reply change(Click click, Answering answering) {
        return at.changes.once(
                click.group(),
                click.request(),
                Reply.KEPT,
                change -> at.groups
                        .find(click.group())
                        .map(group -> answering.answer(change, group))
                        .orElseGet(GroupFeature::noGroup));
    }

    private Reply mine(Command command) {
        Optional<Group> group = at.groups.find(command.group());
        if (group.isEmpty()) {
            return GroupFeature.noGroup();
        }
        return at.changes.apply(command.group(), change -> {
            LocalDate today = today(change, group.get());
            List<Absence> ahead = absences.of(command.group(), command.user()).stream()
                    .filter(absence -> !absence.until().isBefore(today))
                    .limit(MOST_SHOWN)
                    .toList();
            if (ahead.isEmpty()) {
                return Reply.onlyToYou(
                        "You are not away. " + EXAMPLES + " says when you are; `/papers snooze` keeps you "
                                + "from being asked to present for four weeks.");
            }
            List<Block> blocks = new ArrayList<>();
            ahead.forEach(absence -> {
                blocks.add(section(capital(said(absence)) + "."));
                blocks.add(actions(button("Take it back", BACK, value(absence))));
            });
            return Reply.onlyToYou("You are away " + ahead.size() + " times.", blocks);
        });
    }

    private static Reply onlyToYou(String mrkdwn, Button button) {
        return Reply.onlyToYou(mrkdwn, List.of(section(mrkdwn), actions(button)));
    }

    private static LocalDate today(Change change, Group group) {
        return change.now().atZone(group.settings().zone()).toLocalDate();
    }

    private static String said(Absence absence) {
        String what = absence.reach() == Absence.Reach.MEETINGS ? "you are away " : "you are not asked to present ";
        return what + AbsenceText.say(absence.from(), absence.until());
    }

    private static String dates(List<Meeting> meetings, Group group) {
        return meetings.stream()
                .map(meeting -> MeetingText.when(meeting, group))
                .collect(Collectors.joining(" and on "));
    }

    private static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String value(Absence absence) {
        return absence.reach() + " " + AbsenceText.iso(absence.from(), absence.until());
    }

    private static Absence absence(Click click) {
        return click.value(text -> {
            String[] parts = text.split(" ", 2);
            AbsenceText.Days days = AbsenceText.parseIso(parts.length < 2 ? "" : parts[1]);
            return new Absence(click.user(), days.from(), days.until(), Absence.Reach.valueOf(parts[0]));
        });
    }
}
