package dev.lectern.discussion;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.confirm;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.text;
import static dev.lectern.slack.block.Mrkdwn.userQuiet;

import dev.lectern.group.UserId;
import dev.lectern.meeting.QuestionText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A meeting's questions as one person sees them, the most wanted first, with what that person may do. */
final class QueueModal {
    private static final Texts TEXTS = Texts.of(QueueModal.class);
    private static final String CALLBACK = "question.queue/1";
    private static final int A_PAGE = 20;

    private final Gathering gathering;
    private final UserId viewer;
    private final Function<UserId, String> names;
    private final boolean open;

    private QueueModal(Gathering gathering, UserId viewer, Function<UserId, String> names, boolean open) {
        this.gathering = gathering;
        this.viewer = viewer;
        this.names = names;
        this.open = open;
    }

    /**
     * @param from the place of the page's first question, from 0
     * @param notice said on top
     */
    static Modal of(
            Gathering gathering,
            UserId viewer,
            Function<UserId, String> names,
            int from,
            Optional<String> notice,
            Instant now) {
        return new QueueModal(gathering, viewer, names, gathering.isAheadOrOn(now)).page(from, notice);
    }

    private Modal page(int wanted, Optional<String> notice) {
        List<Question> all = gathering.queue().sorted();
        int from = wanted >= 0 && wanted < all.size() ? wanted : 0;
        int to = Math.min(from + A_PAGE, all.size());
        List<Block> blocks = new ArrayList<>();
        notice.ifPresent(said -> blocks.add(section(said)));
        blocks.add(context(DiscussionText.about(gathering)));
        if (all.isEmpty()) {
            blocks.add(section(TEXTS.say(open ? "queue.empty.yet" : "queue.empty")));
        }
        all.subList(from, to).forEach(question -> blocks.addAll(entry(question)));
        blocks.addAll(below(from, to, all.size()));
        return Limits.fit(Modal.of(CALLBACK, TEXTS.say("queue.title"), blocks)
                .close(TEXTS.say("queue.close"))
                .privateMetadata(new DiscussionPlace(
                                gathering.group().id(), gathering.meeting().id(), Integer.toString(from))
                        .write()));
    }

    private List<Block> entry(Question question) {
        String votes =
                question.votes().isEmpty() ? "" : " · *+" + question.votes().size() + "*";
        String by = question.anonymous()
                ? TEXTS.say("queue.anonymous")
                : TEXTS.say("queue.by", "who", userQuiet(names.apply(question.by())));
        Block said = section(text(question.text()) + "\n_" + by + "_" + votes);
        List<Button> buttons = buttons(question);
        return buttons.isEmpty() ? List.of(said) : List.of(said, actions(buttons));
    }

    private List<Button> buttons(Question question) {
        List<Button> buttons = new ArrayList<>();
        boolean own = gathering.queue().isOf(question, viewer);
        if (open && !own && question.votes().contains(viewer)) {
            buttons.add(button(TEXTS.say("queue.minus"), QueueFeature.MINUS, question.id()));
        } else if (open && !own) {
            buttons.add(button("+1", QueueFeature.PLUS, question.id()));
        }
        if (own) {
            buttons.add(button(TEXTS.say("queue.delete"), QueueFeature.DELETE, question.id()));
        } else if (gathering.isOrganizer(viewer)) {
            buttons.add(button(TEXTS.say("queue.remove"), QueueFeature.DELETE, question.id())
                    .asking(confirm(
                            TEXTS.say("queue.remove.ask"),
                            TEXTS.say("queue.remove.means"),
                            TEXTS.say("queue.remove"),
                            TEXTS.say("queue.remove.keep"))));
        }
        return buttons;
    }

    private List<Block> below(int from, int to, int all) {
        List<Button> buttons = new ArrayList<>();
        if (from > 0) {
            buttons.add(button(
                    TEXTS.say("queue.previous", "count", A_PAGE),
                    QueueFeature.PAGE,
                    Integer.toString(Math.max(0, from - A_PAGE))));
        }
        if (to < all) {
            buttons.add(button(
                    TEXTS.say("queue.next", "count", Math.min(A_PAGE, all - to)),
                    QueueFeature.PAGE,
                    Integer.toString(to)));
        }
        if (open) {
            buttons.add(QuestionText.askButton(gathering.meeting().id()));
        }
        if (gathering.isOrganizer(viewer)) {
            buttons.add(DiscussionRulesModal.opener(gathering.group().id()));
        }
        return buttons.isEmpty() ? List.of() : List.of(actions(buttons));
    }
}
