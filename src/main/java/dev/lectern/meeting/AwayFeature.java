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
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Steps;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** When members are away, or not to be asked to present. */
final class AwayFeature implements Feature {
    private static final String CONFIRM = "away.confirm/1";
    private static final String BACK = "away.back/1";
    private static final String USUAL_SNOOZE = "4 weeks";
    private static final int MOST_SHOWN = 20;
    private static final Texts TEXTS = Texts.of(AwayFeature.class);

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
        routes.command("away", "away <days>", () -> TEXTS.say("help.away"), this::away);
        routes.command("snooze", "snooze [days]", () -> TEXTS.say("help.snooze"), this::snooze);
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
                return Reply.onlyToYou(TEXTS.say("away.no-member"));
            }
            AbsenceText.Reading read = AbsenceText.read(days, today(change, group.get()));
            return read instanceof AbsenceText.Days span
                    ? absent(change, group.get(), new Absence(command.user(), span.from(), span.until(), reach), false)
                    : Reply.onlyToYou(((AbsenceText.Problem) read).sentence());
        });
    }

    private Reply absent(Change change, Group group, Absence absence, boolean confirmed) {
        if (absences.of(group.id(), absence.who()).contains(absence)) {
            return Reply.onlyToYou(TEXTS.say("away.known." + reach(absence), "days", days(absence)));
        }
        List<Meeting> promised = steps.promised(change, group, absence);
        if (!promised.isEmpty() && !confirmed) {
            return question(group, absence, promised);
        }
        List<Meeting> free = steps.begin(change, group, absence);
        String said = TEXTS.say("away.said." + reach(absence), "days", days(absence));
        String others = free.isEmpty() ? "" : " " + TEXTS.say("away.others", "dates", MeetingText.dates(free, group));
        return onlyToYou(said + others, button(TEXTS.say("button.take-back"), BACK, value(absence)));
    }

    /** Nothing is written before the answer. */
    private static Reply question(Group group, Absence absence, List<Meeting> promised) {
        return onlyToYou(
                TEXTS.say(
                        "away.question." + reach(absence),
                        "days",
                        days(absence),
                        "dates",
                        MeetingText.dates(promised, group)),
                button(TEXTS.say("button.ask-others"), CONFIRM, value(absence)).primary());
    }

    private Reply confirmed(Click click) {
        return change(click, (change, group) -> absent(change, group, absence(click), true));
    }

    private Reply takenBack(Click click) {
        return change(click, (change, group) -> {
            Absence absence = absence(click);
            if (!absences.of(group.id(), click.user()).contains(absence)) {
                return Reply.onlyToYou(TEXTS.say("away.taken-back-already"));
            }
            absences.remove(change, absence);
            return Reply.onlyToYou(TEXTS.say("away.taken-back", "days", days(absence)));
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
                return Reply.onlyToYou(TEXTS.say("away.none"));
            }
            List<Block> blocks = new ArrayList<>();
            ahead.forEach(absence -> {
                blocks.add(section(TEXTS.say("away.said." + reach(absence), "days", days(absence))));
                blocks.add(actions(button(TEXTS.say("button.take-back"), BACK, value(absence))));
            });
            return Reply.onlyToYou(TEXTS.say("away.all", "count", ahead.size()), blocks);
        });
    }

    private static Reply onlyToYou(String mrkdwn, Button button) {
        return Reply.onlyToYou(mrkdwn, List.of(section(mrkdwn), actions(button)));
    }

    private static LocalDate today(Change change, Group group) {
        return change.now().atZone(group.settings().zone()).toLocalDate();
    }

    private static String days(Absence absence) {
        return AbsenceText.say(absence.from(), absence.until());
    }

    /** Which of two sentences says it. */
    private static String reach(Absence absence) {
        return absence.reach().name().toLowerCase(Locale.ROOT);
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
