package dev.lectern.slack;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.header;

import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Home;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A person's Home: each topic with its header, cut so that all of them have room. */
final class HomePage {
    /** Carries the topic of which it shows all. */
    static final String ALL = "home.all/1";

    private static final Texts TEXTS = Texts.of(HomePage.class);
    private static final int HEADER_AND_BUTTON = 2;

    /** Blocks that one topic may take, so that all together are never more than Slack takes. */
    static final int SHARE = Limits.VIEW_BLOCKS / HomeTopic.values().length;

    private HomePage() {}

    static Home of(Map<HomeTopic, List<Block>> topics) {
        List<Block> blocks = new ArrayList<>();
        for (HomeTopic topic : HomeTopic.values()) {
            List<Block> about = topics.getOrDefault(topic, List.of());
            if (!about.isEmpty()) {
                blocks.addAll(part(topic, about));
            }
        }
        return Limits.fit(new Home(blocks));
    }

    private static List<Block> part(HomeTopic topic, List<Block> about) {
        List<Block> part = new ArrayList<>();
        part.add(header(title(topic)));
        if (about.size() + 1 <= SHARE) {
            part.addAll(about);
            return part;
        }
        part.addAll(about.subList(0, SHARE - HEADER_AND_BUTTON));
        part.add(actions(button(TEXTS.say("home.all"), ALL + "/" + topic)));
        return part;
    }

    /** All that there is of one topic. */
    static Modal all(HomeTopic topic, List<Block> about) {
        return Limits.fit(Modal.of("home.all/1", title(topic), about).close(TEXTS.say("modal.close")));
    }

    private static String title(HomeTopic topic) {
        return TEXTS.say("home.topic." + topic.name().toLowerCase(Locale.ROOT));
    }
}
