package dev.lectern.meeting.hub;

import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.escape;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupLogStore;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingPlanner;
import dev.lectern.meeting.ScheduleMessages;
import dev.lectern.meeting.when.MeetingRule;
import dev.lectern.meeting.when.NamedRule;
import dev.lectern.meeting.when.PauseWords;
import dev.lectern.meeting.when.Slot;
import dev.lectern.meeting.when.Timetable;
import dev.lectern.meeting.when.TimetableStore;
import dev.lectern.paper.source.Site;
import dev.lectern.slack.Click;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Modal;
import dev.lectern.text.Texts;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /papers meetings}: when and where the group meets, to be changed by its organizer. */
public final class MeetingHubFeature implements Feature {
    private static final Texts TEXTS = Texts.of(MeetingHubFeature.class);
    private final GroupStore groups;
    private final TimetableStore timetables;
    private final ScheduleMessages schedule;
    private final TimetableSteps steps;
    private final HolidayLinkSteps links;
    private final List<HubModal> forms;
    private final InstantSource clock;

    /** @param web reads calendars of holidays; empty where Lectern is not to ask other sites: then no link is asked for */
    public MeetingHubFeature(
            GroupStore groups,
            TimetableStore timetables,
            MeetingPlanner planner,
            ScheduleMessages schedule,
            HolidayLinkStore holidays,
            Optional<Site> web,
            GroupLogStore log,
            Changes changes,
            InstantSource clock) {
        this.groups = groups;
        this.timetables = timetables;
        this.schedule = schedule;
        this.steps = new TimetableSteps(groups, timetables, planner::plan, log, changes);
        this.links = new HolidayLinkSteps(groups, timetables, holidays, planner::plan, web, log, changes);
        this.forms = List.of(
                new MoveModal(),
                new SkipModal(),
                new OneMoreModal(),
                new PauseModal(),
                new HolidaysModal(links),
                new ChangeSeriesModal(),
                new AddSeriesModal(),
                new PlaceModal(),
                new LeadModal());
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        routes.command("schedule", "schedule [rule]", () -> TEXTS.say("verb.schedule"), this::schedule);
        routes.command("meetings", "meetings", () -> TEXTS.say("verb.meetings"), this::hub);
        routes.command("pause", "pause [until <date>]", () -> TEXTS.say("verb.pause"), this::pause);
        routes.command("resume", "resume", () -> TEXTS.say("verb.resume"), this::resume);
        links.register(on);
        forms.forEach(form -> {
            routes.button(form.opens(), click -> opens(click, form));
            routes.modal(form.callback(), sent -> sent(sent, form));
        });
        routes.button(MeetingHubMessages.RESTORE, this::restore);
        routes.button(MeetingHubMessages.RULE, this::meetLikeThis);
    }

    @Override
    public void words(Wording wording) {
        wording.message(TimetableSteps.NOTE, () -> TEXTS.say("called.note"));
        wording.message(HolidayLinkSteps.NAME, () -> TEXTS.say("called.holidays"));
        wording.step(
                HolidayLinkSteps.NAME,
                key -> new Wording.StepWords(TEXTS.say("step.holidays.ahead"), TEXTS.say("step.holidays.failed")));
    }

    private Reply schedule(Command command) {
        Optional<Group> group = groups.find(command.group());
        if (group.isEmpty()) {
            return GroupFeature.noGroup();
        }
        return command.rest().isEmpty()
                ? new Reply.OnlyToYou(schedule.next(group.get(), clock.instant()))
                : HubText.refusal(group.get(), command.user()).orElseGet(() -> typed(group.get(), command.rest()));
    }

    /** A rule for the first series, written behind the verb: asked back before it holds. */
    private Reply typed(Group group, String words) {
        Instant now = clock.instant();
        Timetable timetable = timetables.of(group);
        MeetingRule present = timetable.find(Slot.FIRST).orElseThrow().rule();
        SeriesReading.Read read = SeriesReading.read(
                words, present, Optional.of(present.time()), LocalDate.ofInstant(now, timetable.zone()), now);
        return read instanceof SeriesReading.Problem problem
                ? Reply.onlyToYou(escape(problem.problem()))
                : new Reply.OnlyToYou(MeetingHubMessages.confirm(((SeriesReading.Rule) read).rule(), present, now));
    }

    private Reply meetLikeThis(Click click) {
        TypedRule typed = click.value(TypedRule::read);
        return steps.once(
                click.group(),
                click.user(),
                click.request(),
                (group, timetable, now) -> {
                    NamedRule first = timetable.find(Slot.FIRST).orElseThrow();
                    return ChangeSeriesModal.changed(timetable, first, typed.on(first.rule()), now);
                },
                outcome -> done(outcome, TEXTS.say("rule.done")));
    }

    private Reply hub(Command command) {
        return groups.find(command.group())
                .map(group -> HubText.refusal(group, command.user())
                        .map(refused -> onlyTheOrganizer(group, refused))
                        .orElseGet(() -> hub(group)))
                .orElseGet(GroupFeature::noGroup);
    }

    private Reply hub(Group group) {
        return new Reply.OnlyToYou(MeetingHubMessages.hub(group, timetables.of(group), clock.instant(), forms));
    }

    private Reply onlyTheOrganizer(Group group, Reply refusal) {
        Message next = schedule.next(group, clock.instant());
        Message refused = ((Reply.OnlyToYou) refusal).message();
        List<Block> blocks = new ArrayList<>(next.blocks());
        blocks.add(section(refused.text()));
        return new Reply.OnlyToYou(Limits.fit(Message.of(next.text(), blocks)));
    }

    private Reply opens(Click click, HubModal form) {
        return opens(click.group(), click.user(), form);
    }

    private Reply opens(GroupId place, UserId user, HubModal form) {
        return groups.find(place)
                .map(group -> HubText.refusal(group, user)
                        .orElseGet(() -> Reply.opens(form.modal(group, timetables.of(group), clock.instant()))))
                .orElseGet(GroupFeature::noGroup);
    }

    private Reply sent(Submission sent, HubModal form) {
        Reply reply = steps.once(
                GroupId.parse(sent.metadata()),
                sent.user(),
                sent.request(),
                (group, timetable, now) -> form.read(group, timetable, now, sent),
                MeetingHubFeature::answer);
        return reply instanceof Reply.OnlyToYou only
                ? Reply.opens(Limits.fit(Modal.of(
                                "meetings.answer/1",
                                form.title(),
                                section(only.message().text()))
                        .close(TEXTS.say("form.done"))))
                : reply;
    }

    private static Reply answer(Outcome outcome) {
        if (outcome instanceof Outcome.Problems problems) {
            return Reply.problems(problems.byField());
        }
        return outcome instanceof Outcome.Begun begun ? Reply.onlyToYou(begun.said()) : Reply.none();
    }

    private Reply restore(Click click) {
        Slot slot = click.value(Slot::parse);
        return steps.once(
                click.group(),
                click.user(),
                click.request(),
                (group, timetable, now) -> {
                    Timetable restored = timetable.restore(slot);
                    return timetable.skipped().contains(slot)
                            ? restored.at(slot)
                                    .filter(meeting -> meeting.start().isAfter(now))
                                    .map(meeting -> Outcome.changed(
                                            restored,
                                            who -> TEXTS.say(
                                                    "restore.told",
                                                    "who",
                                                    who,
                                                    "when",
                                                    HubText.when(meeting.start(), timetable.zone()))))
                                    .orElseGet(() -> Outcome.problem("", TEXTS.say("restore.impossible")))
                            : new Outcome.Nothing();
                },
                outcome -> done(outcome, TEXTS.say("restore.done")));
    }

    private Reply pause(Command command) {
        if (command.rest().isEmpty()) {
            return opens(command.group(), command.user(), new PauseModal());
        }
        return steps.once(
                command.group(),
                command.user(),
                command.request(),
                (group, timetable, now) -> {
                    PauseWords.Reading read =
                            PauseWords.read(command.rest(), LocalDate.ofInstant(now, timetable.zone()));
                    return read instanceof PauseWords.NotUnderstood not
                            ? Outcome.problem("", not.problem())
                            : PauseModal.paused(timetable, ((PauseWords.Understood) read).pause());
                },
                outcome -> done(outcome, TEXTS.say("pause.done")));
    }

    private Reply resume(Command command) {
        return steps.once(
                command.group(),
                command.user(),
                command.request(),
                (group, timetable, now) -> {
                    Timetable resumed = timetable.resume(LocalDate.ofInstant(now, timetable.zone()));
                    return resumed.equals(timetable)
                            ? Outcome.problem("", TEXTS.say("resume.none"))
                            : Outcome.changed(resumed, who -> TEXTS.say("resume.told", "who", who));
                },
                outcome -> done(outcome, TEXTS.say("resume.done")));
    }

    private static Reply done(Outcome outcome, String changed) {
        if (outcome instanceof Outcome.Problems problems) {
            return Reply.onlyToYou(escape(String.join(" ", problems.byField().values())));
        }
        return Reply.onlyToYou(outcome instanceof Outcome.Changed ? changed : TEXTS.say("hub.unchanged"));
    }
}
