package dev.lectern.meeting.part;

import dev.lectern.group.Setting;
import dev.lectern.group.SettingsChange;
import java.util.List;

/** What of a group's rules on parts differs from what they were, for the group's log. */
final class PartChanges {
    private PartChanges() {}

    static List<SettingsChange> between(PartRules before, PartRules after) {
        List<String> had = parts(before);
        List<String> has = parts(after);
        return SettingsChange.differing(
                new SettingsChange(Setting.PARTS, without(had, has), without(has, had)),
                SettingsChange.of(Setting.PRESENTERS, before.presenters(), after.presenters()),
                SettingsChange.of(Setting.PAPERS_A_MEETING, before.papers(), after.papers()),
                SettingsChange.of(Setting.NOMINATOR_APART, before.nominatorApart(), after.nominatorApart()),
                SettingsChange.of(Setting.PRESENTER_APART, before.presenterApart(), after.presenterApart()));
    }

    private static List<String> without(List<String> some, List<String> others) {
        return some.stream().filter(one -> !others.contains(one)).toList();
    }

    /** The group's own also where nobody has them: somebody wrote them. */
    private static List<String> parts(PartRules rules) {
        return rules.offered().stream()
                .filter(part -> part.ownName().isPresent() || rules.counts().containsKey(part.id()))
                .map(part -> PartValue.write(part, rules.counts().getOrDefault(part.id(), 0)))
                .toList();
    }
}
