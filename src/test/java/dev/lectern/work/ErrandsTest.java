package dev.lectern.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.GroupId;
import dev.lectern.text.Language;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ErrandsTest {
    @Test
    void an_errand_for_a_group_is_done_with_what_is_around_the_groups_steps() {
        List<GroupId> asked = new CopyOnWriteArrayList<>();
        List<Language> heard = new CopyOnWriteArrayList<>();
        Steps steps = new Steps((group, step) -> {
            asked.add(group);
            Language.speaking(Language.GERMAN, () -> {
                step.run();
                return group;
            });
        });

        steps.errands().begin(Ground.GROUP, "for a group", () -> heard.add(Language.spoken()));
        steps.errands().awaitIdle();
        steps.errands().begin("for nobody", () -> heard.add(Language.spoken()));
        steps.errands().awaitIdle();

        assertThat(asked).containsExactly(Ground.GROUP);
        assertThat(heard).containsExactly(Language.GERMAN, Language.ENGLISH);
    }
}
