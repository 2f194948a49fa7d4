package dev.lectern.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.slack.block.Blocks;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.MessageTs;
import dev.lectern.text.Language;
import dev.lectern.work.RequestId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is answered in which language, and what is said where nobody answers. */
class AnsweringTest {
    private static final GroupId GROUP = GroupId.parse("T0LECTERN:C0READING");
    private static final UserId ADA = new UserId("U0ADA");
    private static final UserId BEN = new UserId("U0BEN");

    private final Routes routes = new Routes();
    private final Answering answering = new Answering(
            routes,
            new Scenes(
                    group -> Optional.of(Language.GERMAN),
                    (team, user) -> user.equals(ADA) ? Optional.of(Language.JAPANESE) : Optional.empty()));

    private static Command command(UserId user, String text) {
        return Command.read(GROUP, "reading", user, new RequestId("r"), text);
    }

    private static String text(Reply reply) {
        return ((Reply.OnlyToYou) reply).message().text();
    }

    @Test
    void who_writes_reads_the_own_language_or_else_the_groups() {
        routes.command("vote", "vote", () -> "", command -> Reply.none());
        assertThat(text(answering.command(command(ADA, "vot"))))
                .contains("`/papers vot`", "`/papers vote`", "コマンドはありません");
        assertThat(text(answering.command(command(BEN, "vot")))).contains("Meinst du `/papers vote`?");
        assertThat(text(answering.command(command(BEN, "xyzzyx"))))
                .contains("kenne ich nicht")
                .doesNotContain("Meinst");
    }

    @Test
    void a_mishap_is_told_in_the_language_of_whoever_it_befalls() {
        routes.command("break", "break", () -> "", command -> {
            throw new IllegalStateException("broken on purpose");
        });
        assertThat(text(answering.command(command(ADA, "break")))).contains("もう一度お試しください");
        assertThat(text(answering.command(command(BEN, "break")))).contains("nichts wurde geändert");
    }

    @Test
    void what_is_late_is_told_in_the_language_of_whoever_waits() {
        routes.command("sleep", "sleep", () -> "", command -> {
            try {
                Thread.sleep(4000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Reply.none();
        });
        assertThat(text(answering.command(command(BEN, "sleep")))).contains("länger, als Slack mich lässt");
    }

    @Test
    void a_group_whose_language_cannot_be_read_is_spoken_to_in_english() {
        Answering lost = new Answering(
                routes,
                new Scenes(
                        group -> {
                            throw new IllegalStateException("unreadable");
                        },
                        (team, user) -> Optional.empty()));
        assertThat(text(lost.command(command(BEN, "xyzzyx")))).startsWith("I don't know");
    }

    @Test
    void mentions_are_heard_in_the_language_of_the_group_whoever_speaks() {
        List<Language> heard = new ArrayList<>();
        routes.mentions(mention -> heard.add(Language.spoken()));
        assertThat(answering.mentioned(
                        new Mention(GROUP, ADA, new RequestId("Ev1"), new MessageTs("1.1"), "Schedule  now")))
                .isTrue();
        assertThat(heard).containsExactly(Language.GERMAN);
    }

    @Test
    void the_words_of_a_mention_are_read_as_a_command_is() {
        Command command =
                new Mention(GROUP, ADA, new RequestId("Ev1"), new MessageTs("1.1"), "Schedule  now or never").command();
        assertThat(command.verb()).isEqualTo("schedule");
        assertThat(command.rest()).isEqualTo("now or never");
    }

    @Test
    void a_tip_stands_below_an_answer_and_a_broken_tip_breaks_nothing() {
        Message answer = Message.of("said", Blocks.section("said"));
        routes.command("say", "say", () -> "", command -> new Reply.OnlyToYou(answer));
        routes.tips((command, message) -> {
            if (command.rest().equals("badly")) {
                throw new IllegalStateException("broken on purpose");
            }
            return Optional.of(Blocks.context("tip"));
        });
        assertThat(((Reply.OnlyToYou) answering.command(command(BEN, "say")))
                        .message()
                        .blocks())
                .containsExactly(Blocks.section("said"), Blocks.context("tip"));
        assertThat(((Reply.OnlyToYou) answering.command(command(BEN, "say badly"))).message())
                .isEqualTo(answer);
    }
}
