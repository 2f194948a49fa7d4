package dev.lectern.surface;

import static dev.lectern.slack.block.Blocks.context;

import dev.lectern.group.TeamId;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import dev.lectern.work.Steps;
import java.util.Optional;

/** Says once to each member, below an answer where it fits, what else there is. */
public final class HintFeature implements Feature {
    private static final Texts TEXTS = Texts.of(HintFeature.class);
    private static final String DETAILS = "details";
    private static final String HOME = "home";

    private final HintStore hints;

    public HintFeature(HintStore hints) {
        this.hints = hints;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.tips(this::tip);
    }

    private Optional<Block> tip(Command command, Message answer) {
        TeamId team = command.group().team();
        if (BlockJson.write(answer.blocks()).contains(PaperText.DETAILS)
                && hints.isFirst(team, command.user(), DETAILS, command.request())) {
            return Optional.of(context(TEXTS.say("hint.details")));
        }
        return hints.isFirst(team, command.user(), HOME, command.request())
                ? Optional.of(context(TEXTS.say("hint.home")))
                : Optional.empty();
    }
}
