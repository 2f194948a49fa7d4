package dev.lectern.slack;

import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Blocks;
import dev.lectern.text.Texts;
import dev.lectern.work.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code /papers} alone and {@code /papers help}: what can be done, short. */
public final class HelpFeature implements Feature {
    private static final Texts TEXTS = Texts.of(HelpFeature.class);

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command("help", "help", () -> TEXTS.say("verb.help"), command -> help(routes));
    }

    private static Reply help(Routes routes) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(section("*Lectern runs this channel's reading group*: papers, votes, presenters, meetings."));
        blocks.addAll(Blocks.lines(routes.verbs().stream()
                .map(verb -> "• `/papers " + verb.usage() + "` " + verb.help().get())
                .toList()));
        blocks.add(context("Only you see this. Everything that has a button also works with a tap."));
        return Reply.onlyToYou(
                "Lectern runs this channel's reading group. You can write " + names(routes) + " after /papers.",
                blocks);
    }

    private static String names(Routes routes) {
        return routes.verbs().stream().map(Routes.Verb::name).collect(Collectors.joining(", "));
    }
}
