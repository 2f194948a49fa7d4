package dev.lectern.group;

import dev.lectern.slack.Click;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.text.Texts;
import dev.lectern.work.Steps;
import java.util.Map;
import java.util.function.UnaryOperator;

/** {@code /papers log}: members see who changed what about their group. */
public final class LogFeature implements Feature {
    /** Its value is the place of the page's first line. */
    static final String PAGE = "group.log/1";

    private static final Texts TEXTS = Texts.of(LogFeature.class);

    private final GroupStore groups;
    private final GroupLogStore log;
    private final Map<Setting, UnaryOperator<String>> words;

    /** @param words how values are said that other parts of Lectern write, in the language spoken now; mrkdwn */
    public LogFeature(GroupStore groups, GroupLogStore log, Map<Setting, UnaryOperator<String>> words) {
        this.groups = groups;
        this.log = log;
        this.words = Map.copyOf(words);
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command("log", "log", () -> TEXTS.say("help.log"), this::shown);
        routes.button(PAGE, this::turned);
    }

    private Reply shown(Command command) {
        return page(command.group(), command.user(), 0);
    }

    private Reply turned(Click click) {
        return page(click.group(), click.user(), click.value(Integer::parseInt));
    }

    private Reply page(GroupId id, UserId reader, int from) {
        return groups.find(id)
                .<Reply>map(group -> group.isMember(reader) || RightsText.mayOrganize(group, reader)
                        ? new Reply.OnlyToYou(new LogMessages(group, words).page(log.of(id), from))
                        : Reply.onlyToYou(TEXTS.say("log.members-only")))
                .orElseGet(GroupFeature::noGroup);
    }
}
