package dev.lectern.slack;

import dev.lectern.group.GroupId;
import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.text.Language;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins what Lectern does where it happens, in the language of those who will read it. Any thread. */
public final class Scenes {
    private static final Logger log = LoggerFactory.getLogger(Scenes.class);

    private final Function<GroupId, Optional<Language>> ofGroups;
    private final BiFunction<TeamId, UserId, Optional<Language>> ofMembers;
    private final Function<UserId, Account> accounts;

    /**
     * @param ofGroups what a group speaks in its channel; empty where nobody chose
     * @param ofMembers what a member reads; empty where that is not known, or none of Lectern's
     * @param accounts what somebody's account is, in the workspace of the scene
     */
    public Scenes(
            Function<GroupId, Optional<Language>> ofGroups,
            BiFunction<TeamId, UserId, Optional<Language>> ofMembers,
            Function<UserId, Account> accounts) {
        this.ofGroups = ofGroups;
        this.ofMembers = ofMembers;
        this.accounts = accounts;
    }

    /** Where nothing is known of accounts. */
    public Scenes(
            Function<GroupId, Optional<Language>> ofGroups, BiFunction<TeamId, UserId, Optional<Language>> ofMembers) {
        this(ofGroups, ofMembers, user -> Account.UNKNOWN);
    }

    /** Where everybody speaks English. */
    public static Scenes english() {
        return new Scenes(group -> Optional.empty(), (team, user) -> Optional.empty());
    }

    /** In a group's channel. */
    public <T> T in(GroupId group, Supplier<T> work) {
        Scene scene = of(group);
        return scene.hold(() -> Scene.forGroup(work));
    }

    /** In a group, before the eyes of one member alone. */
    public <T> T before(UserId member, GroupId group, Supplier<T> work) {
        Scene scene = of(group);
        return scene.hold(() -> Scene.forMember(member, work));
    }

    /** In a workspace, before the eyes of one member alone. */
    public <T> T before(UserId member, TeamId team, Supplier<T> work) {
        Scene scene = of(new GroupId(team, Incoming.NO_CHANNEL));
        return scene.hold(() -> Scene.forMember(member, work));
    }

    /** What can't be asked just now is not known. */
    private Optional<Language> languageOf(TeamId team, UserId member) {
        try {
            return ofMembers.apply(team, member);
        } catch (RuntimeException e) {
            log.debug("what {} reads is not known just now: {}", member, e.getMessage());
            return Optional.empty();
        }
    }

    /** Where what is known of the group can't be read just now, that is said, too, and in English. */
    private Language languageOf(GroupId group) {
        try {
            return ofGroups.apply(group).orElse(Language.ENGLISH);
        } catch (RuntimeException e) {
            log.debug("what {} speaks is not known just now: {}", group, e.getMessage());
            return Language.ENGLISH;
        }
    }

    private Scene of(GroupId group) {
        return new Scene(group, this::languageOf, user -> languageOf(group.team(), user), accounts);
    }
}
