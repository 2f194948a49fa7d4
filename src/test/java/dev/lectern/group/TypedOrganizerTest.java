package dev.lectern.group;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypedOrganizerTest {
    private static Optional<TypedOrganizer> read(String text) {
        return TypedOrganizer.read(text, List.of(ADA, BEN, ADA), who -> who.equals(ADA) ? "Ada" : "ben");
    }

    @Test
    void somebody_is_named_by_handle_or_by_id() {
        assertThat(read("add @ada")).contains(new TypedOrganizer(true, "@ada", Optional.of(ADA)));
        assertThat(read(" REMOVE  @Ben ")).contains(new TypedOrganizer(false, "@Ben", Optional.of(BEN)));
        assertThat(read("add <@U9ELSE|else>"))
                .contains(new TypedOrganizer(true, "<@U9ELSE|else>", Optional.of(new UserId("U9ELSE"))));
    }

    @Test
    void who_is_unknown_or_not_unique_is_nobody() {
        assertThat(read("add ada")).contains(new TypedOrganizer(true, "ada", Optional.empty()));
        assertThat(read("add @cleo")).contains(new TypedOrganizer(true, "@cleo", Optional.empty()));
        assertThat(TypedOrganizer.read("add @same", List.of(ADA, BEN), who -> "same"))
                .contains(new TypedOrganizer(true, "@same", Optional.empty()));
    }

    @Test
    void any_other_word_or_nobodys_name_is_nothing_typed() {
        assertThat(read("")).isEmpty();
        assertThat(read("add ")).isEmpty();
        assertThat(read("addition @ada")).isEmpty();
    }
}
