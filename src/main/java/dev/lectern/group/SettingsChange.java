package dev.lectern.group;

import dev.lectern.text.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * That a setting was this and became that; data as {@link Setting} says, no sentence.
 *
 * @param from empty where there was nothing
 * @param to empty where there is nothing any more
 */
public record SettingsChange(Setting setting, List<String> from, List<String> to) {
    public SettingsChange {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /** Of a setting that is one value. */
    public static SettingsChange of(Setting setting, Object from, Object to) {
        return new SettingsChange(setting, List.of(from.toString()), List.of(to.toString()));
    }

    /** Those after which something is not as it was. */
    public static List<SettingsChange> differing(SettingsChange... all) {
        return Stream.of(all).filter(one -> !one.from().equals(one.to())).toList();
    }

    /** Every setting of the group itself that differs. */
    public static List<SettingsChange> between(Group before, Group after) {
        List<SettingsChange> changes = new ArrayList<>();
        add(changes, Setting.MEMBERS, before, after, group -> sorted(group.members()));
        add(changes, Setting.ORGANIZERS, before, after, Group::organizers);
        settings(changes, Setting.LANGUAGE, before, after, SettingsChange::language);
        settings(changes, Setting.TOPICS, before, after, Settings::topics);
        settings(changes, Setting.FOLLOWS, before, after, now -> List.of(FollowText.write(now.follows())));
        settings(changes, Setting.DIGEST_DAYS, before, after, Settings::digestDays);
        settings(changes, Setting.DIGEST_TIME, before, after, now -> List.of(now.digestTime()));
        settings(changes, Setting.MEETING_DAY, before, after, now -> List.of(now.meetingDay()));
        settings(changes, Setting.MEETING_TIME, before, after, now -> List.of(now.meetingTime()));
        settings(changes, Setting.RHYTHM, before, after, now -> List.of(now.rhythm()));
        settings(changes, Setting.VOTING_WINDOW, before, after, now -> List.of(now.votingWindow()));
        settings(changes, Setting.ZONE, before, after, now -> List.of(now.zone()));
        lead(changes, Setting.VOTE_CLOSES, before, after, lead -> Duration.ofDays(lead.voteClosesDays()));
        lead(changes, Setting.PRESENTER_ASKED, before, after, lead -> Duration.ofDays(lead.presenterAskedDays()));
        lead(changes, Setting.REMINDER, before, after, Lead::reminder);
        return changes;
    }

    private static List<String> language(Settings settings) {
        return List.of(settings.language().orElse(Language.ENGLISH).tag());
    }

    private static List<UserId> sorted(Collection<UserId> people) {
        return people.stream().sorted().toList();
    }

    private static void settings(
            List<SettingsChange> changes,
            Setting setting,
            Group before,
            Group after,
            Function<Settings, Collection<?>> values) {
        add(changes, setting, before, after, group -> values.apply(group.settings()));
    }

    private static void lead(
            List<SettingsChange> changes, Setting setting, Group before, Group after, Function<Lead, Duration> value) {
        settings(changes, setting, before, after, now -> List.of(value.apply(now.lead())));
    }

    private static void add(
            List<SettingsChange> changes,
            Setting setting,
            Group before,
            Group after,
            Function<Group, Collection<?>> values) {
        List<String> from = texts(values.apply(before));
        List<String> to = texts(values.apply(after));
        if (!from.equals(to)) {
            changes.add(new SettingsChange(setting, from, to));
        }
    }

    private static List<String> texts(Collection<?> values) {
        return values.stream()
                .map(Object::toString)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
