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
import dev.lectern.slack.block.Shorten;
import dev.lectern.text.Dates;
import dev.lectern.text.Language;
import dev.lectern.text.Texts;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A group's log of its settings, a page at a time, the newest first. */
final class LogMessages {
    static final int A_PAGE = 15;
    private static final Texts TEXTS = Texts.of(LogMessages.class);
    private static final int LONGEST_VALUE = 200;

    private LogMessages() {}

    /** @param from the place of the page's first line, from 0 */
    static Message page(Group group, List<LogEntry> all, int from) {
        if (all.isEmpty()) {
            return Message.of(TEXTS.say("log.empty"));
        }
        int begin = from >= 0 && from < all.size() ? from : 0;
        int end = Math.min(begin + A_PAGE, all.size());
        List<Block> blocks = new ArrayList<>();
        blocks.add(section("*" + TEXTS.say("log.title") + "*"));
        blocks.addAll(Blocks.lines(all.subList(begin, end).stream()
                .map(entry -> entry(group, entry))
                .toList()));
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

    private static String entry(Group group, LogEntry entry) {
        return "• " + date(entry.at(), group.settings().zone()) + " · " + user(entry.by()) + " · *" + name(entry)
                + ":* " + values(entry, entry.from()) + " → " + values(entry, entry.to());
    }

    private static String name(LogEntry entry) {
        return Setting.of(entry.setting())
                .map(setting -> TEXTS.say("log.setting." + setting.name().toLowerCase(Locale.ROOT)))
                .orElseGet(() -> line(entry.setting()));
    }

    private static String values(LogEntry entry, List<String> values) {
        if (values.isEmpty()) {
            return TEXTS.say("log.nothing");
        }
        Setting.Kind kind = Setting.of(entry.setting()).map(Setting::kind).orElse(Setting.Kind.WORDS);
        return values.stream().map(value -> value(kind, value)).collect(Collectors.joining(", "));
    }

    /** What cannot be read as its kind, since another Lectern wrote it, is shown as it is. */
    private static String value(Setting.Kind kind, String value) {
        try {
            return switch (kind) {
                case WORDS -> line(Shorten.plain(value, LONGEST_VALUE));
                case PEOPLE -> user(new UserId(value));
                case DAYS -> Dates.name(DayOfWeek.valueOf(value));
                case RHYTHM -> Rhythm.valueOf(value).label();
                case DURATION -> SetupModal.label(Duration.parse(value));
                case YES_NO -> TEXTS.say(Boolean.parseBoolean(value) ? "log.yes" : "log.no");
                case LANGUAGE -> Language.of(value).map(Language::ownName).orElseGet(() -> line(value));
            };
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return line(Shorten.plain(value, LONGEST_VALUE));
        }
    }
}
