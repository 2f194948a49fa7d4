package dev.lectern.meeting.hub;

import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupLogStore;
import dev.lectern.group.GroupStore;
import dev.lectern.group.Setting;
import dev.lectern.group.SettingsChange;
import dev.lectern.group.UserId;
import dev.lectern.meeting.hub.HolidayLink.Answer;
import dev.lectern.meeting.hub.HolidayLink.Trouble;
import dev.lectern.meeting.when.HolidayWords;
import dev.lectern.meeting.when.Occurrence;
import dev.lectern.meeting.when.Timetable;
import dev.lectern.meeting.when.TimetableStore;
import dev.lectern.paper.source.Site;
import dev.lectern.paper.source.SourceTrouble;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.block.Message;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Errands;
import dev.lectern.work.Missed;
import dev.lectern.work.RequestId;
import dev.lectern.work.Step;
import dev.lectern.work.Steps;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the calendars from which groups have their holidays: when a link is written, and once a month, so that next year's
 * come. Sites take seconds, so they are asked beside the group's steps; what they answer is kept, and acted on by the same
 * step.
 */
final class HolidayLinkSteps {
    /** Is written with what changes. */
    @FunctionalInterface
    interface Effect {
        void in(Change change, UserId who, RequestId request);
    }

    static final String NAME = "meetings.holidays";

    private static final Logger log = LoggerFactory.getLogger(HolidayLinkSteps.class);
    private static final String KEY = "link";
    /** Whoever asks the site is dead, if there is no answer by then. */
    private static final Duration ASKED_ANEW = Duration.ofMinutes(2);

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration DAY = Duration.ofDays(1);

    private final GroupStore groups;
    private final TimetableStore timetables;
    private final HolidayLinkStore links;
    private final Replanning planner;
    private final Optional<Site> web;
    private final GroupLogStore traces;
    private final Changes changes;

    /** Plans the meetings anew by a timetable that is about to be saved. */
    @FunctionalInterface
    interface Replanning {
        void plan(Change change, Group group, Timetable timetable);
    }

    /** @param web empty where Lectern is not to ask other sites */
    HolidayLinkSteps(
            GroupStore groups,
            TimetableStore timetables,
            HolidayLinkStore links,
            Replanning planner,
            Optional<Site> web,
            GroupLogStore log,
            Changes changes) {
        this.groups = groups;
        this.timetables = timetables;
        this.links = links;
        this.planner = planner;
        this.web = web;
        this.traces = log;
        this.changes = changes;
    }

    void register(Steps steps) {
        steps.register(NAME, Missed.DO_LATE, (step, change) -> run(change, steps.errands()));
    }

    boolean canRead() {
        return web.isPresent();
    }

    Optional<HolidayLink> of(GroupId group) {
        return links.find(group);
    }

    void begin(Change change, String url, UserId by, RequestId request) {
        HolidayLink begun = HolidayLink.begun(url, by, request.value());
        note(change, by, links.find(change.group()), Optional.of(begun));
        links.save(change, begun);
        change.schedule(new Step(NAME, KEY, change.now()));
    }

    /** The holidays that it brought stay. */
    void end(Change change, UserId by) {
        note(change, by, links.find(change.group()), Optional.empty());
        links.remove(change);
        change.unschedule(NAME, KEY);
    }

    private void note(Change change, UserId by, Optional<HolidayLink> before, Optional<HolidayLink> after) {
        traces.note(change, by, List.of(new SettingsChange(Setting.HOLIDAY_LINK, site(before), site(after))));
    }

    private static List<String> site(Optional<HolidayLink> link) {
        return link.map(HolidayLink::site).stream().toList();
    }

    /** The step stays planned until there is an answer: should the errand never end, somebody goes on it again. */
    private void run(Change change, Errands errands) {
        Optional<HolidayLink> link = links.find(change.group());
        Optional<Group> group = groups.find(change.group());
        if (link.isEmpty() || group.isEmpty()) {
            return;
        }
        if (web.isEmpty()) {
            change.schedule(new Step(NAME, KEY, change.now().plus(MONTH)));
            return;
        }
        if (link.get().answer().isPresent()) {
            act(change, group.get(), link.get(), link.get().answer().get());
            return;
        }
        change.schedule(new Step(NAME, KEY, change.now().plus(ASKED_ANEW)));
        LocalDate today =
                LocalDate.ofInstant(change.now(), timetables.of(group.get()).zone());
        errands.begin(
                NAME + " " + change.group() + " " + link.get().request(),
                () -> ask(change.group(), link.get(), web.get(), today));
    }

    private void ask(GroupId group, HolidayLink link, Site site, LocalDate today) {
        Answer answer = read(site, link.url(), today);
        changes.apply(group, change -> {
            // Another link may stand there meanwhile, or somebody else, who took us for dead, may have answered.
            links.find(group).filter(link::equals).ifPresent(same -> {
                links.save(change, same.answered(answer));
                change.schedule(new Step(NAME, KEY, change.now()));
            });
            return answer;
        });
    }

    static Answer read(Site site, String url, LocalDate today) {
        try {
            Site.Answer answer = site.get(URI.create(url));
            if (answer.isMissing()) {
                return Answer.not(Trouble.REFUSED);
            }
            return HolidayWords.calendar(new String(answer.body(), StandardCharsets.UTF_8), today)
                    .map(HolidayLinkSteps::fitting)
                    .orElseGet(() -> Answer.not(Trouble.NO_CALENDAR));
        } catch (SourceTrouble e) {
            log.info("a calendar of holidays is not read: {}", e.getMessage());
            return Answer.not(e.kind() == SourceTrouble.Kind.LATER ? Trouble.SILENT : Trouble.REFUSED);
        }
    }

    private static Answer fitting(Map<LocalDate, String> holidays) {
        return holidays.size() > Timetable.MOST_HOLIDAYS ? Answer.not(Trouble.TOO_MANY) : Answer.of(holidays);
    }

    private void act(Change change, Group group, HolidayLink link, Answer answer) {
        if (answer.trouble().isPresent()) {
            failed(change, group, link, answer.trouble().get());
            return;
        }
        Timetable before = timetables.of(group);
        Map<LocalDate, String> merged = link.merged(before.holidays(), answer.holidays());
        if (merged.size() > Timetable.MOST_HOLIDAYS) {
            failed(change, group, link, Trouble.TOO_MANY);
            return;
        }
        Timetable after = before.withHolidays(merged);
        if (!after.equals(before)) {
            traces.note(change, link.by(), TimetableChanges.between(before, after));
            timetables.save(change, after);
            planner.plan(change, group, after);
        }
        links.save(change, link.bringing(answer.holidays(), change.now()));
        change.schedule(new Step(NAME, KEY, change.now().plus(MONTH)));
        brought(change, group, link, before, after);
    }

    /** The first time somebody waits to hear of it; later only what is different is worth a message. */
    private static void brought(Change change, Group group, HolidayLink link, Timetable before, Timetable after) {
        int now = after.holidays().size();
        if (link.read().isEmpty()) {
            int brought = link.answer().map(answer -> answer.holidays().size()).orElse(0);
            tell(change, link, link.by(), () -> HolidayLinkMessages.first(link.url(), brought));
        } else if (!after.equals(before)) {
            tell(
                    change,
                    link,
                    group.organizer(),
                    () -> HolidayLinkMessages.changed(link.url(), before.holidays(), after.holidays()));
        }
        if (!after.equals(before)) {
            Optional<Instant> next =
                    after.next(change.now(), 1).stream().map(Occurrence::start).findFirst();
            UserId by = link.read().isEmpty() ? link.by() : group.organizer();
            change.send(Outbound.toChannel(
                            TimetableSteps.NOTE + "/" + id(change, link),
                            group.id().channel(),
                            () -> TimetableSteps.note(
                                    HolidaysModal.told(user(by), now),
                                    next,
                                    group.settings().zone()))
                    .notTwice());
        }
    }

    /** One that never brought anything, and never will, is given up; whoever wrote it hears of it. */
    private void failed(Change change, Group group, HolidayLink link, Trouble trouble) {
        boolean givenUp = link.read().isEmpty() && !trouble.mayPass();
        if (givenUp) {
            end(change, link.by());
        } else {
            links.save(change, link.failed());
            change.schedule(new Step(NAME, KEY, change.now().plus(trouble.mayPass() ? DAY : MONTH)));
        }
        if (!link.failing()) {
            tell(
                    change,
                    link,
                    link.read().isEmpty() ? link.by() : group.organizer(),
                    () -> HolidayLinkMessages.failed(link.url(), trouble, givenUp));
        }
    }

    private static void tell(Change change, HolidayLink link, UserId whom, Supplier<Message> message) {
        change.send(
                Outbound.toMember(NAME + "/" + id(change, link), whom, message).notTwice());
    }

    private static String id(Change change, HolidayLink link) {
        return link.request() + "/" + change.now().getEpochSecond();
    }
}
