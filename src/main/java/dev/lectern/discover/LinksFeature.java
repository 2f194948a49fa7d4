package dev.lectern.discover;

import dev.lectern.ballot.BacklogStore;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingState;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.source.PastedLink;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Routes;
import dev.lectern.slack.SharedLinks;
import dev.lectern.slack.block.Block;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows below a message in a reading group's channel which papers its links lead to. */
public final class LinksFeature implements Feature {
    private static final String UNFURL = "unfurl";
    /** Who posts a long list of links does not ask for a long list of cards. */
    private static final int MOST = 5;

    private final GroupStore groups;
    private final PaperStore papers;
    private final BacklogStore backlogs;
    private final MeetingStore meetings;
    private final Changes changes;

    public LinksFeature(
            GroupStore groups, PaperStore papers, BacklogStore backlogs, MeetingStore meetings, Changes changes) {
        this.groups = groups;
        this.papers = papers;
        this.backlogs = backlogs;
        this.meetings = meetings;
        this.changes = changes;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.links(this::show);
    }

    @Override
    public void words(Wording wording) {
        wording.message(UNFURL, "The card below a link");
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
        Map<PaperId, String> linked = new LinkedHashMap<>();
        Map<String, List<Block>> cards = new LinkedHashMap<>();
        for (String url : links.urls()) {
            Optional<Paper> paper = paperAt(url);
            if (paper.isPresent()
                    && cards.size() < MOST
                    && linked.putIfAbsent(paper.get().id(), url) == null) {
                cards.put(url, card(links.group(), paper.get()));
            }
        }
        return cards;
    }

    private Optional<Paper> paperAt(String url) {
        return PastedLink.in("<" + url + ">").stream()
                .flatMap(link -> link.names().arxiv().stream())
                .findFirst()
                .flatMap(papers::byArxiv)
                .flatMap(papers::find);
    }

    private List<Block> card(GroupId group, Paper paper) {
        Optional<Meeting> meeting = meetings.all(group).stream()
                .filter(other -> other.paper().filter(paper.id()::equals).isPresent())
                .filter(other -> other.state() != MeetingState.CANCELLED)
                .findFirst();
        return LinksMessages.card(paper, meeting, backlogs.find(group).contains(paper.id()));
    }
}
