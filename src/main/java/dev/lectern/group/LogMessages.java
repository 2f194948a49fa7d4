package dev.lectern.group;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.date;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Blocks;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A group's log of its settings, a page at a time, the newest first. */
final class LogMessages {
    /** Of more, only the first are told one by one. */
    private static final int MOST_VALUES = 12;

    static final int A_PAGE = 15;
    private static final Texts TEXTS = Texts.of(LogMessages.class);

    private final Group group;
    private final Map<Setting, UnaryOperator<String>> words;

    /** @param words how values are said that other parts of Lectern write, in the language spoken now; mrkdwn */
    LogMessages(Group group, Map<Setting, UnaryOperator<String>> words) {
        this.group = group;
        this.words = words;
    }

    /** @param from the place of the page's first line, from 0 */
    Message page(List<LogEntry> all, int from) {
        if (all.isEmpty()) {
            return Message.of(TEXTS.say("log.empty"));
        }
        int begin = from >= 0 && from < all.size() ? from : 0;
        int end = Math.min(begin + A_PAGE, all.size());
        List<Block> blocks = new ArrayList<>();
        blocks.add(section("*" + TEXTS.say("log.title") + "*"));
        blocks.addAll(
                Blocks.lines(all.subList(begin, end).stream().map(this::entry).toList()));
        List<Button> buttons = buttons(begin, end, all.size());
        if (!buttons.isEmpty()) {
            blocks.add(actions(buttons));
        }
        return Limits.fit(Message.of(TEXTS.say("log.title"), blocks));
    }

    private static List<Button> buttons(int begin, int end, int all) {
        List<Button> buttons = new ArrayList<>();
        if (begin > 0) {
            buttons.add(turn(TEXTS.say("log.newer"), "newer", Math.max(0, begin - A_PAGE)));
        }
        if (end < all) {
            buttons.add(turn(TEXTS.say("log.older"), "older", end));
        }
        return buttons;
    }

    /** In one row no two action ids may be the same, so the way ends it. */
    private static Button turn(String label, String way, int to) {
        return button(label, LogFeature.PAGE + "/" + way, Integer.toString(to));
    }

    private String entry(LogEntry entry) {
        return "• " + date(entry.at(), group.settings().zone()) + " · " + user(entry.by()) + " · *" + name(entry)
                + ":* " + (isOfPeople(entry) ? people(entry) : fromTo(entry, entry.from(), entry.to()));
    }

    private static String name(LogEntry entry) {
        return Setting.of(entry.setting())
                .map(setting -> TEXTS.say("log.setting." + setting.name().toLowerCase(Locale.ROOT)))
                .orElseGet(() -> line(entry.setting()));
    }

    private static boolean isOfPeople(LogEntry entry) {
        return entry.setting().equals(Setting.MEMBERS.name()) && !entry.from().isEmpty();
    }

    /** Lists of members are long, and mostly one differs: so who came and who went. */
    private static String people(LogEntry entry) {
        List<String> signed = new ArrayList<>();
        without(entry.to(), entry.from()).forEach(who -> signed.add("+ " + user(new UserId(who))));
        without(entry.from(), entry.to()).forEach(who -> signed.add("− " + user(new UserId(who))));
        return listed(signed);
    }

    private static List<String> without(List<String> some, List<String> others) {
        return some.stream().filter(one -> !others.contains(one)).toList();
    }

    private String fromTo(LogEntry entry, List<String> from, List<String> to) {
        return values(entry, from) + " → " + values(entry, to);
    }

    private String values(LogEntry entry, List<String> values) {
        return values.isEmpty()
                ? TEXTS.say("log.nothing")
                : listed(values.stream().map(value -> value(entry, value)).toList());
    }

    private static String listed(List<String> values) {
        String first = values.stream().limit(MOST_VALUES).collect(Collectors.joining(", "));
        int more = values.size() - MOST_VALUES;
        return more <= 0 ? first : TEXTS.say("log.and-more", "first", first, "count", more);
    }

    /** What cannot be read as its kind, since another Lectern wrote it, is shown as it is. */
    private String value(LogEntry entry, String value) {
        try {
            return Setting.of(entry.setting())
                    .map(setting -> words.getOrDefault(setting, plain -> LogValueText.of(setting.kind(), plain, zone()))
                            .apply(value))
                    .orElseGet(() -> LogValueText.plain(value));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return LogValueText.plain(value);
        }
    }

    private ZoneId zone() {
        return group.settings().zone();
    }
}
