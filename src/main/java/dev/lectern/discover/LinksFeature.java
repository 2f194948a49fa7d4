package dev.lectern.discover;

import dev.lectern.ballot.Standings;
import dev.lectern.ballot.StandingsReader;
import dev.lectern.group.GroupStore;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperCard;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.paper.source.PastedLink;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Routes;
import dev.lectern.slack.SharedLinks;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows below a message in a reading group's channel which papers its links lead to. */
public final class LinksFeature implements Feature {
    private static final Texts TEXTS = Texts.of(LinksFeature.class);
    private static final String UNFURL = "unfurl";
    /** Who posts a long list of links does not ask for a long list of cards. */
    private static final int MOST = 5;

    private final GroupStore groups;
    private final PaperStore papers;
    private final StandingsReader standings;
    private final Changes changes;

    public LinksFeature(GroupStore groups, PaperStore papers, StandingsReader standings, Changes changes) {
        this.groups = groups;
        this.papers = papers;
        this.standings = standings;
        this.changes = changes;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.links(this::show);
    }

    @Override
    public void words(Wording wording) {
        wording.message(UNFURL, () -> TEXTS.say("links.message"));
    }

    private void show(SharedLinks links) {
        if (groups.find(links.group()).isEmpty()) {
            return;
        }
        Map<String, List<Block>> cards = cards(links);
        if (!cards.isEmpty()) {
            changes.apply(links.group(), change -> {
                // One message has one id, so that an event which comes again finds it sent.
                change.send(
                        Outbound.below(UNFURL + "/" + links.ts(), links.group().channel(), links.ts(), cards));
                return links;
            });
        }
    }

    private Map<String, List<Block>> cards(SharedLinks links) {
        Standings now = standings.of(links.group());
        Map<PaperId, String> linked = new LinkedHashMap<>();
        Map<String, List<Block>> cards = new LinkedHashMap<>();
        for (String url : links.urls()) {
            Optional<Paper> paper = paperAt(url);
            if (paper.isPresent()
                    && cards.size() < MOST
                    && linked.putIfAbsent(paper.get().id(), url) == null) {
                PaperCard card = PaperCard.of(paper.get()).in(now.of(paper.get().id()));
                cards.put(
                        url,
                        Limits.fit(Message.of(PaperText.link(paper.get()), card.preview()))
                                .blocks());
            }
        }
        return cards;
    }

    private Optional<Paper> paperAt(String url) {
        return PastedLink.in("<" + url + ">").stream()
                .findFirst()
                .map(PastedLink::names)
                .flatMap(papers::byNames)
                .flatMap(papers::find);
    }
}
