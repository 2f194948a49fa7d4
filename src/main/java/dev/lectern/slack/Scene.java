package dev.lectern.slack;

import dev.lectern.group.ChannelId;
import dev.lectern.group.GroupId;
import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.text.Language;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where what runs now happens: the workspace, and who speaks which language there. Carried by the thread, like the
 * {@link Language}, and set by {@link Scenes} where something begins: a request, a step, a message on its way.
 */
public final class Scene {
    private static final ThreadLocal<@Nullable Scene> NOW = new ThreadLocal<>();

    private final GroupId place;
    private final Function<GroupId, Language> ofGroups;
    private final Supplier<Language> ofGroup;
    private final Function<UserId, Optional<Language>> ofMember;
    private final Function<UserId, Account> accounts;

    Scene(
            GroupId place,
            Function<GroupId, Language> ofGroups,
            Function<UserId, Optional<Language>> ofMember,
            Function<UserId, Account> accounts) {
        this.place = place;
        this.ofGroups = ofGroups;
        this.ofGroup = once(() -> ofGroups.apply(place));
        this.ofMember = ofMember;
        this.accounts = accounts;
    }

    /** Every sentence asks for it, and a scene is over before it changes. */
    private static Supplier<Language> once(Supplier<Language> asked) {
        AtomicReference<@Nullable Language> known = new AtomicReference<>();
        return () -> {
            Language before = known.get();
            if (before != null) {
                return before;
            }
            Language now = asked.get();
            known.set(now);
            return now;
        };
    }

    /**
     * The workspace that this is about.
     *
     * @throws IllegalStateException outside of any scene
     */
    static TeamId team() {
        Scene now = NOW.get();
        if (now == null) {
            throw new IllegalStateException("this is about no workspace: begin it in one of the Scenes");
        }
        return now.place.team();
    }

    /** What somebody's account is in the workspace now; outside of any scene nothing is known of anybody. */
    public static Account accountOf(UserId user) {
        Scene now = NOW.get();
        return now == null ? Account.UNKNOWN : now.accounts.apply(user);
    }

    /** In the language of the group that this happens in. */
    static <T> T forGroup(Supplier<T> work) {
        Scene now = NOW.get();
        return now == null ? work.get() : Language.speaking(now.ofGroup, work);
    }

    /** In the language of the group in that channel, wherever this happens: many a button stands in a direct message. */
    static <T> T forChannel(ChannelId channel, Supplier<T> work) {
        Scene now = NOW.get();
        return now == null ? work.get() : Language.speaking(now.languageOf(channel), work);
    }

    private Supplier<Language> languageOf(ChannelId channel) {
        GroupId group = new GroupId(place.team(), channel);
        return group.equals(place) ? ofGroup : once(() -> ofGroups.apply(group));
    }

    /** In the member's own language; what nobody else reads. */
    public static <T> T forMember(UserId member, Supplier<T> work) {
        Scene now = NOW.get();
        return now == null ? work.get() : Language.speaking(now.languageOf(member), work);
    }

    private Supplier<Language> languageOf(UserId member) {
        return once(() -> ofMember.apply(member).orElseGet(ofGroup));
    }

    <T> T hold(Supplier<T> work) {
        Scene before = NOW.get();
        NOW.set(this);
        try {
            return work.get();
        } finally {
            if (before == null) {
                NOW.remove();
            } else {
                NOW.set(before);
            }
        }
    }
}
