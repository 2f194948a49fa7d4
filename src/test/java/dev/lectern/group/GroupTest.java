package dev.lectern.group;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.Samples.DAN;
import static dev.lectern.Samples.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class GroupTest {
    @Test
    void who_joins_comes_last_and_only_once() {
        assertThat(group(CLEO, ADA).join(BEN).members()).containsExactly(CLEO, ADA, BEN);
        assertThat(group(CLEO, ADA).join(CLEO)).isEqualTo(group(CLEO, ADA));
    }

    @Test
    void who_leaves_is_no_member() {
        Group left = group(CLEO, ADA, BEN).leave(ADA).orElseThrow();
        assertThat(left.members()).containsExactly(CLEO, BEN);
        assertThat(left.isMember(ADA)).isFalse();
        assertThat(left.isMember(BEN)).isTrue();
    }

    @Test
    void the_last_member_cannot_leave() {
        assertThat(group(ADA).leave(ADA)).isEmpty();
        assertThat(group(ADA).leave(BEN)).contains(group(ADA));
    }

    @Test
    void choosing_members_keeps_the_order_of_joining() {
        assertThat(group(CLEO, ADA, BEN).withMembers(List.of(DAN, BEN, CLEO)).members())
                .containsExactly(CLEO, BEN, DAN);
    }

    @Test
    void a_group_is_organized_by_those_whom_it_names_in_that_order() {
        Group named = group(ADA).withOrganizers(List.of(BEN, CLEO, BEN));
        assertThat(named.organizer()).isEqualTo(BEN);
        assertThat(named.organizers()).containsExactly(BEN, CLEO);
        assertThat(named.isOrganizer(CLEO)).isTrue();
        assertThat(named.isOrganizer(ADA)).isFalse();
        assertThat(named.join(DAN)
                        .withSettings(Settings.defaults(Samples.BERLIN))
                        .organizers())
                .containsExactly(BEN, CLEO);
        assertThatIllegalArgumentException().isThrownBy(() -> group(ADA).withOrganizers(List.of()));
    }

    @Test
    void a_group_from_before_several_could_organize_has_the_one_it_had() {
        JsonMapper json = JsonMapper.builder().build();
        String now = json.writeValueAsString(group(ADA));
        String before = now.replace(",\"others\":[]", "");
        assertThat(before).isNotEqualTo(now);
        assertThat(json.readValue(before, Group.class).organizers())
                .isEqualTo(group(ADA).organizers());
        Group several = group(ADA).withOrganizers(List.of(BEN, CLEO));
        assertThat(json.readValue(json.writeValueAsString(several), Group.class))
                .isEqualTo(several);
    }

    @Test
    void changed_settings_leave_the_rest() {
        Settings changed = Settings.defaults(Samples.NEW_YORK);
        assertThat(group(ADA).withSettings(changed).settings()).isEqualTo(changed);
        assertThat(group(ADA).withSettings(changed).withSettings(group(ADA).settings()))
                .isEqualTo(group(ADA));
    }

    @Test
    void a_group_without_members_cannot_exist() {
        assertThatIllegalArgumentException().isThrownBy(Samples::group);
    }

    @Test
    void a_channel_s_name_is_without_its_sign() {
        Group group = group(ADA);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Group(group.id(), "#reading", group.settings(), Set.of(ADA), ADA, group.createdAt()));
    }

    @Test
    void nobody_changes_the_members_behind_its_back() {
        Set<UserId> members = new LinkedHashSet<>(List.of(ADA));
        Group group = group(ADA);
        Group copy = new Group(group.id(), "reading-group", group.settings(), members, ADA, group.createdAt());
        members.add(BEN);
        assertThat(copy).isEqualTo(group);
    }

    @Test
    void a_group_survives_as_json_with_the_order_of_its_members() {
        JsonMapper json = JsonMapper.builder().build();
        Seeded.times(50, random -> {
            Group group = group(ADA).withMembers(Samples.shuffled(Samples.people(12), random));
            Group read = json.readValue(json.writeValueAsString(group), Group.class);
            assertThat(read).isEqualTo(group);
            assertThat(read.members()).containsExactlyElementsOf(group.members());
        });
    }
}
