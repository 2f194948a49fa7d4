package dev.lectern.paper.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.paper.Draft;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SearchesTest {
    private static final Duration GENEROUS = Duration.ofSeconds(30);

    private static Searches.Place place(String name, String... titles) {
        return new Searches.Place(name, (words, most) -> listed(titles));
    }

    private static Listed listed(String... titles) {
        return new Listed(Arrays.stream(titles).map(Draft::titled).toList(), Optional.empty());
    }

    private static List<String> titles(Searches.Found found) {
        return found.papers().stream().map(Draft::title).toList();
    }

    @Test
    void the_likeliest_of_each_site_come_in_turn() {
        try (Searches searches = new Searches(List.of(place("One", "a", "b", "c"), place("Two", "x")), GENEROUS)) {
            Searches.Found found = searches.find("words");
            assertThat(titles(found)).containsExactly("a", "x", "b", "c");
            assertThat(found.troubles()).isEmpty();
            assertThat(searches.names()).isEqualTo("One and Two");
        }
    }

    @Test
    void a_site_that_is_down_breaks_off_or_fails_is_named_and_keeps_no_other_from_answering() {
        Searches.Place down = new Searches.Place("Down", (words, most) -> {
            throw new SourceTrouble(SourceTrouble.Kind.LATER, "Down is down");
        });
        Searches.Place broken = new Searches.Place(
                "Broken", (words, most) -> new Listed(List.of(Draft.titled("b")), Optional.of("Broken broke off")));
        Searches.Place wrong = new Searches.Place("Wrong", (words, most) -> {
            throw new IllegalStateException("a bug");
        });
        try (Searches searches = new Searches(List.of(down, broken, wrong, place("Good", "g")), GENEROUS)) {
            Searches.Found found = searches.find("words");
            assertThat(titles(found)).containsExactly("b", "g");
            assertThat(found.troubles())
                    .containsExactly("Down is down", "Broken broke off", "Wrong could not be asked");
        }
    }

    @Test
    void nobody_waits_longer_than_there_is_patience() {
        CountDownLatch never = new CountDownLatch(1);
        Searches.Place silent = new Searches.Place("Silent", (words, most) -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return listed();
        });
        try (Searches searches = new Searches(List.of(silent, place("Good", "g")), Duration.ofMillis(300))) {
            Searches.Found found = searches.find("words");
            assertThat(titles(found)).containsExactly("g");
            assertThat(found.troubles()).containsExactly("Silent did not answer in time");
        }
    }

    @Test
    void without_a_site_there_is_nothing_to_search() {
        assertThatThrownBy(() -> new Searches(List.of(), GENEROUS)).hasMessage("no site to search");
    }
}
