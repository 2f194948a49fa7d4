package dev.lectern.ballot.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Seeded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LotTest {
    /** What {@code printf '%s\n%s' 2026 Memphis | sha256sum} prints. */
    @Test
    void a_ticket_is_what_sha256sum_prints() {
        assertThat(Lot.ticket("2026", "Memphis"))
                .isEqualTo("26f89d47d47b1af4fc6146d0da35d43ec4628453f29497d21d87b673dd13291c");
        assertThat(Lot.ticket("2026", "Zürich"))
                .isEqualTo("a29ef685d7aa313696b0d34140e330504a95df0e9b41886fc44d78e567181cad");
    }

    @Test
    void the_order_in_which_they_are_given_decides_nothing() {
        Seeded.times(50, random -> {
            List<String> ids = Profiles.ids(2 + random.nextInt(9));
            String seed = Long.toString(random.nextLong());
            assertThat(Lot.draw(seed, Profiles.shuffled(ids, random))).isEqualTo(Lot.draw(seed, ids));
        });
    }

    @Test
    void over_many_seeds_each_is_first_about_equally_often() {
        Map<String, Integer> firsts = new HashMap<>();
        for (int seed = 0; seed < 3000; seed++) {
            firsts.merge(Lot.draw("seed " + seed, List.of("A", "B", "C")).get(0), 1, Integer::sum);
        }
        assertThat(firsts.values()).hasSize(3).allMatch(times -> times > 900 && times < 1100);
    }
}
