package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * A card; several go into a {@link Carousel}. Slack wants at least one of hero image, title, body, and actions. A client
 * that does not know cards yet is served by {@link ClassicFallback}.
 */
@JsonTypeName("card")
public record Card(
        Optional<Picture> heroImage,
        Optional<Picture> icon,
        Optional<MrkdwnText> title,
        Optional<MrkdwnText> subtitle,
        Optional<MrkdwnText> body,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Button> actions,
        Optional<String> blockId)
        implements Block {
    public Card {
        actions = List.copyOf(actions);
        if (heroImage.isEmpty() && title.isEmpty() && body.isEmpty() && actions.isEmpty()) {
            throw new IllegalArgumentException("a card needs a hero image, a title, a body, or buttons");
        }
    }

    public Card hero(Picture picture) {
        return new Card(Optional.of(picture), icon, title, subtitle, body, actions, blockId);
    }

    public Card icon(Picture picture) {
        return new Card(heroImage, Optional.of(picture), title, subtitle, body, actions, blockId);
    }

    /** The same card with a line below its title; a blank one is left out. */
    public Card subtitle(String mrkdwn) {
        return new Card(heroImage, icon, title, unlessBlank(mrkdwn), body, actions, blockId);
    }

    /** The same card with a text; a blank one is left out. */
    public Card body(String mrkdwn) {
        return new Card(heroImage, icon, title, subtitle, unlessBlank(mrkdwn), actions, blockId);
    }

    public Card actions(Button... buttons) {
        return actions(List.of(buttons));
    }

    public Card actions(List<Button> buttons) {
        return new Card(heroImage, icon, title, subtitle, body, buttons, blockId);
    }

    public Card id(String id) {
        return new Card(heroImage, icon, title, subtitle, body, actions, Optional.of(id));
    }

    private static Optional<MrkdwnText> unlessBlank(String mrkdwn) {
        return mrkdwn.isBlank() ? Optional.empty() : Optional.of(Text.mrkdwn(mrkdwn));
    }
}
