package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import dev.lectern.ballot.VotingRules;
import dev.lectern.ballot.count.Preference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people do on the group's open ballot, whatever its rules are. */
record Voters(People people, BallotAtHand hand) {

    /** The newest ballot, which is open. */
    static Voters of(DemoWorld world) {
        String message = world.people().newest("ballot/").orElseThrow().id();
        return new Voters(world.people(), new BallotAtHand(world.redis(), message.substring("ballot/".length())));
    }

    /** One member nominates three papers of the digest, another opens the vote on them. */
    static Voters opened(DemoWorld world, String nominator, String opener) {
        People people = world.people();
        Post digest = people.newest("digest/").orElseThrow();
        digest.values("ballot.nominate")
                .subList(0, 3)
                .forEach(paper -> people.click(nominator, digest, "ballot.nominate", paper));
        people.command(opener, "vote");
        people.settle();
        return of(world);
    }

    /** Opens the ballot anew and has the message drawn. */
    Post begin(VotingRules rules, int papers) {
        hand.begin(rules, papers);
        button(form(People.EMIL), People.EMIL, "ballot.mine.abstain", "");
        button(people.modals(People.EMIL).get(0), People.EMIL, "ballot.mine", "");
        button(people.modals(People.EMIL).get(0), People.EMIL, "ballot.mine.back", "");
        people.closeModals(People.EMIL);
        return drawn();
    }

    Post drawn() {
        people.awaitRedraw();
        return people.the("ballot/" + hand.id());
    }

    View form(String user) {
        return people.click(user, people.the("ballot/" + hand.id()), "ballot.mine")
                .opened();
    }

    /** A tap in a modal, which changes it. */
    View button(View view, String user, String button, String value) {
        return people.clickIn(user, view, button, value).opened();
    }

    View send(String user, View form, Map<String, Object> values) {
        Answer answer = people.submit(user, form, values);
        assertThat(answer.result()).as("%s", answer).isEqualTo("updated");
        return answer.opened();
    }

    View approve(String user, int... papers) {
        List<String> ticked = new ArrayList<>();
        for (int paper : papers) {
            ticked.add(hand.paper(paper));
        }
        return send(user, form(user), Map.of("papers/0", ticked));
    }

    View rank(String user, int... papers) {
        View form = form(user);
        for (int paper : papers) {
            form = button(form, user, "ballot.rank", hand.paper(paper));
        }
        return send(user, form, Map.of());
    }

    Map<String, Object> stars(int... given) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < given.length; i++) {
            values.put("stars/" + hand.paper(i), given[i] < 0 ? "none" : "" + given[i]);
        }
        return values;
    }

    String line(Post ballot, int paper) {
        return ballot.blocks("section").stream()
                .map(block -> block.path("text").path("text").asString())
                .filter(text -> text.contains("/" + hand.paper(paper)))
                .findFirst()
                .orElseThrow();
    }

    /** Sends the form with these papers, as the ballot's method takes it: ticked, five stars, or the first places. */
    View vote(String user, int... papers) {
        return hand.now().rules().method().asks() == Preference.Kind.RANKING
                ? rank(user, papers)
                : send(user, form(user), values(papers));
    }

    /** What is entered in a form to vote for these papers; nothing for a ranking, which is made by taps. */
    Map<String, Object> values(int... papers) {
        List<String> ids = new ArrayList<>();
        for (int paper : papers) {
            ids.add(hand.paper(paper));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        switch (hand.now().rules().method().asks()) {
            case APPROVALS -> values.put("papers/0", ids);
            case CHOICE -> values.put("papers/0", ids.get(0));
            case SCORES -> ids.forEach(id -> values.put("stars/" + id, "5"));
            case RANKING -> {}
        }
        return values;
    }
}
