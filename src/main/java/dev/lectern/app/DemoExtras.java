package dev.lectern.app;

import dev.lectern.paper.PaperText;
import dev.lectern.sandbox.Extras;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The demo's members whom the visitor does not play. They see what the page shows them and click its buttons: answer
 * when they are asked to present, vote where they have not, and otherwise nominate from the newest digest.
 */
final class DemoExtras implements Extras {
    private static final String VOTE = "ballot.mine/";
    private static final String ACCEPT = "presenter.accept/";

    private final String channel;
    private final SandboxClient people;

    DemoExtras(SandboxClient people, String channel) {
        this.people = people;
        this.channel = channel;
    }

    /** A button that a member can see, with the message that it is in. */
    private record Seen(JsonNode message, JsonNode button) {
        String action() {
            return button.path("action_id").asString("");
        }

        String value() {
            return button.path("value").asString("");
        }
    }

    @Override
    public synchronized List<String> act(String visitor) {
        List<String> done = new ArrayList<>();
        int place = 0;
        for (JsonNode member : people.members()) {
            String id = member.path("id").asString("");
            if (!id.equals(visitor)) {
                turn(id, member.path("real_name").asString(id), place).ifPresent(done::add);
            }
            place++;
        }
        return done;
    }

    private Optional<String> turn(String member, String name, int place) {
        return present(member, name).or(() -> vote(member, name, place)).or(() -> nominate(member, name, place));
    }

    private Optional<String> present(String member, String name) {
        return buttons(people.directMessages(member), ACCEPT).stream()
                .findFirst()
                .map(seen -> {
                    click(member, seen);
                    return name + " says yes to presenting.";
                });
    }

    private Optional<String> vote(String member, String name, int place) {
        return buttons(newest(VOTE), VOTE).stream()
                .findFirst()
                .flatMap(seen -> people.open(
                        member, channel, seen.message().path("ts").asString(""), seen.action(), seen.value()))
                .filter(form -> new DemoVoter(people, member, place).vote(form))
                .map(form -> name + " votes.");
    }

    private Optional<String> nominate(String member, String name, int place) {
        List<Seen> cards = buttons(newest(PaperText.NOMINATE), PaperText.NOMINATE);
        // Two or three of them are enough for a ballot; the others wait for the vote.
        if (cards.isEmpty() || place % 2 == 1 || !newest(VOTE).isEmpty()) {
            return Optional.empty();
        }
        String answer = click(member, cards.get(place / 2 % cards.size()));
        return answer.startsWith("Nominated") ? Optional.of(name + " nominates a paper.") : Optional.empty();
    }

    private String click(String member, Seen seen) {
        JsonNode message = seen.message();
        return people.click(
                member,
                message.path("channel").asString(channel),
                message.path("ts").asString(""),
                seen.action(),
                seen.value());
    }

    /** The channel's newest message with such a button. */
    private List<JsonNode> newest(String action) {
        List<JsonNode> with = people.channelMessages(channel).stream()
                .filter(message -> !message.path("ephemeral").asBoolean(false))
                .filter(message -> !buttons(List.of(message), action).isEmpty())
                .toList();
        return with.isEmpty() ? List.of() : List.of(with.get(with.size() - 1));
    }

    private static List<Seen> buttons(List<JsonNode> messages, String action) {
        return messages.stream()
                .flatMap(message -> inside(message.path("blocks"))
                        .filter(node -> node.path("type").asString("").equals("button"))
                        .map(button -> new Seen(message, button)))
                .filter(seen -> seen.action().startsWith(action))
                .toList();
    }

    private static Stream<JsonNode> inside(JsonNode node) {
        return Stream.concat(
                Stream.of(node), StreamSupport.stream(node.spliterator(), false).flatMap(DemoExtras::inside));
    }
}
