package dev.lectern.slack;

import dev.lectern.slack.block.Block;
import dev.lectern.work.Steps;
import java.util.List;

/** The Home as a whole: what is too much of one topic opens with a tap. */
public final class HomeFeature implements Feature {
    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.button(HomePage.ALL, click -> all(routes, click));
    }

    private static Reply all(Routes routes, Click click) {
        HomeTopic topic = click.argument(HomeTopic::valueOf);
        List<Block> about =
                routes.home(topic, new Routes.HomeVisit(click.group().team(), click.user()));
        return Reply.opens(HomePage.all(topic, about));
    }
}
