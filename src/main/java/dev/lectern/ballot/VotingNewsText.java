package dev.lectern.ballot;

import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What happened to a ballot's papers while somebody had its form open, a sentence each. Mrkdwn. */
final class VotingNewsText {
    private static final Texts TEXTS = Texts.of(VotingNewsText.class);

    private final Voting voting;
    private final Function<PaperId, Optional<Paper>> papers;

    VotingNewsText(Voting voting, Function<PaperId, Optional<Paper>> papers) {
        this.voting = voting;
        this.papers = papers;
    }

    /** @param shown on the form as it was drawn, which {@code canonical} knows under today's ids */
    List<String> since(Collection<PaperId> shown, Map<PaperId, PaperId> canonical) {
        Set<PaperId> seen = known(shown, canonical);
        List<String> news = new ArrayList<>();
        voting.offered().stream()
                .filter(paper -> !seen.contains(paper.id()))
                .forEach(paper -> news.add(TEXTS.say("form.news.added", "title", PaperText.line(paper))));
        seen.stream()
                .filter(paper -> !voting.ballot().offers(paper))
                .forEach(paper -> news.add(TEXTS.say("form.news.taken-off", "title", named(paper))));
        return news;
    }

    /** The same for a form that was sent: what was taken off the ballot or withdrawn is not in the vote any more. */
    List<String> with(Collection<PaperId> shown, Map<PaperId, PaperId> canonical, Set<PaperId> wanted) {
        List<String> news = new ArrayList<>();
        for (Paper paper : voting.offered()) {
            if (!known(shown, canonical).contains(paper.id())) {
                news.add(TEXTS.say("form.news.added-unseen", "title", PaperText.line(paper)));
            }
        }
        for (PaperId paper : wanted) {
            if (!voting.ballot().offers(paper)) {
                news.add(TEXTS.say("form.news.taken-off-mine", "title", named(paper)));
            } else if (!voting.offers(paper)) {
                news.add(papers.apply(paper).map(VotingModal::withdrawn).orElseThrow());
            }
        }
        return news;
    }

    private static Set<PaperId> known(Collection<PaperId> shown, Map<PaperId, PaperId> canonical) {
        return shown.stream().map(paper -> canonical.getOrDefault(paper, paper)).collect(Collectors.toSet());
    }

    private String named(PaperId paper) {
        return PaperText.titleOr(papers.apply(paper), TEXTS.say("form.news.paper"));
    }
}
