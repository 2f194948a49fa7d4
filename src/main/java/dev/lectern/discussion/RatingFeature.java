package dev.lectern.discussion;

import static dev.lectern.slack.block.Blocks.button;

import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingId;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Button;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Steps;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a paper was worth, by a tap: 1 to 5, and whether one would recommend it. Who gave what is told to nobody. */
final class RatingFeature implements Feature {
    private static final Texts TEXTS = Texts.of(RatingFeature.class);
    private static final String WORTH = "rating.worth/1";
    private static final String RECOMMEND = "rating.recommend/1";
    private static final String YES = "yes";
    private static final String NO = "no";

    private final DiscussionSteps steps;

    RatingFeature(DiscussionSteps steps) {
        this.steps = steps;
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        routes.button(WORTH, this::worth);
        routes.button(RECOMMEND, this::recommend);
    }

    static Button worthButton(MeetingId meeting, int worth) {
        return answer(Integer.toString(worth), WORTH, meeting, Integer.toString(worth))
                .spokenAs(TEXTS.say("rating.worth", "worth", worth, "best", Rating.BEST));
    }

    static Button recommendButton(MeetingId meeting, boolean recommends) {
        return recommends
                ? answer(TEXTS.say("rating.recommend"), RECOMMEND, meeting, YES)
                : answer(TEXTS.say("rating.recommend.not"), RECOMMEND, meeting, NO);
    }

    /** In one row no two action ids may be the same, so the answer ends it; the value says of which meeting, too. */
    private static Button answer(String text, String action, MeetingId meeting, String answer) {
        return button(text, action + "/" + answer, meeting + " " + answer);
    }

    private Reply worth(Click click) {
        int worth = click.value(value -> new Rating(Integer.parseInt(answer(value)), Optional.empty()))
                .worth();
        return rated(click, before -> Optional.of(new Rating(worth, before.flatMap(Rating::recommends))));
    }

    private Reply recommend(Click click) {
        boolean recommends = click.value(RatingFeature::answer).equals(YES);
        return rated(click, before -> before.map(rating -> new Rating(rating.worth(), Optional.of(recommends))));
    }

    private static String answer(String value) {
        return value.substring(value.indexOf(' ') + 1);
    }

    private static MeetingId meeting(String value) {
        return MeetingId.parse(value.split(" ", 2)[0]);
    }

    /** @param rating from one's earlier one, if any, to what it is now; none where something is still to be said */
    private Reply rated(Click click, UnaryOperator<Optional<Rating>> rating) {
        return steps.once(
                click.group(),
                click.request(),
                click.value(RatingFeature::meeting),
                (change, found) -> refusal(change, found, click.user()).orElseGet(() -> {
                    Optional<Rating> mine = rating.apply(
                            Optional.ofNullable(found.discussion().ratings().get(click.user())));
                    if (mine.isEmpty()) {
                        return Reply.onlyToYou(
                                TEXTS.say("rating.number-first", "worst", Rating.WORST, "best", Rating.BEST));
                    }
                    steps.save(change, found, found.discussion().rated(click.user(), mine.get()), Phase.WRAPPED);
                    return Reply.onlyToYou(said(mine.get()));
                }));
    }

    private static Optional<Reply> refusal(Change change, Gathering found, UserId user) {
        if (!found.rules().rating()) {
            return Optional.of(Reply.onlyToYou(TEXTS.say("rating.off")));
        }
        if (found.isCancelled() || !found.hasBegun(change.now()) || !found.isLively(change.now())) {
            return Optional.of(Reply.onlyToYou(TEXTS.say("rating.not-now")));
        }
        return found.mayRate(user) ? Optional.empty() : Optional.of(Reply.onlyToYou(TEXTS.say("rating.members-only")));
    }

    private static String said(Rating rating) {
        String recommends = rating.recommends().map(yes -> yes ? YES : NO).orElse("");
        return TEXTS.say("rating.said", "worth", rating.worth(), "best", Rating.BEST, "recommends", recommends);
    }
}
