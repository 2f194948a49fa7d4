package dev.lectern.surface;

import static dev.lectern.slack.block.Mrkdwn.escape;

import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Shorten;
import dev.lectern.text.NearestWord;
import dev.lectern.text.Texts;
import dev.lectern.work.Steps;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /papers} alone and {@code /papers help}: what can be done; with a word behind it, more about that. */
public final class HelpFeature implements Feature {
    private static final Texts TEXTS = Texts.of(HelpFeature.class);
    private static final int LONGEST_QUOTE = 40;

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command("help", "help [word]", () -> TEXTS.say("verb.help"), command -> help(routes, command));
        routes.button(
                HelpMessages.CHAPTER,
                click -> new Reply.OnlyToYou(
                        new HelpMessages(routes.verbs()).chapter(click.argument(Chapter::valueOf))));
    }

    private static Reply help(Routes routes, Command command) {
        HelpMessages messages = new HelpMessages(routes.verbs());
        String word = asked(command.rest());
        if (word.isEmpty()) {
            return new Reply.OnlyToYou(messages.overview());
        }
        Optional<Routes.Verb> verb = routes.verb(word);
        return verb.map(messages::verb)
                .or(() -> messages.titled(command.rest()))
                .or(() -> Chapter.called(word).map(messages::chapter))
                .<Reply>map(Reply.OnlyToYou::new)
                .orElseGet(() -> unknown(routes, word));
    }

    /** The first word, also of {@code /papers help /papers vote}. */
    private static String asked(String rest) {
        return Arrays.stream(rest.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .map(word -> word.replace("`", ""))
                .filter(word -> !word.isEmpty() && !word.equals("/papers"))
                .findFirst()
                .orElse("");
    }

    private static Reply unknown(Routes routes, String word) {
        List<String> known = Stream.concat(
                        routes.verbs().stream().map(Routes.Verb::name),
                        Arrays.stream(Chapter.values()).map(Chapter::word))
                .toList();
        String said = escape(Shorten.plain(word, LONGEST_QUOTE));
        return Reply.onlyToYou(NearestWord.to(word, known)
                .map(nearest -> TEXTS.say("help.near", "said", said, "nearest", nearest))
                .orElseGet(() -> TEXTS.say("help.unknown", "said", said)));
    }
}
