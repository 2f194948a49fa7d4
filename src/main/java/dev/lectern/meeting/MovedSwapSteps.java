package dev.lectern.meeting;

import dev.lectern.group.Group;
import dev.lectern.work.Change;
import dev.lectern.work.Step;

/** The offers of a date whose meeting is moved or called off: they end when it begins now, or at once. */
public final class MovedSwapSteps implements MoveSteps {
    private final SwapStore swaps;

    public MovedSwapSteps(SwapStore swaps) {
        this.swaps = swaps;
    }

    @Override
    public void moved(Change change, Group group, Meeting before, Meeting after) {
        swaps.of(group.id(), after.id()).forEach(offer -> {
            if (offer.isOpen(after, change.now())) {
                change.schedule(new Step(SwapFeature.END, offer.id().value(), after.start()));
            }
            change.send(Presenters.shown(group, offer));
        });
    }

    @Override
    public void calledOff(Change change, Group group, Meeting meeting) {
        swaps.of(group.id(), meeting.id()).forEach(offer -> {
            change.unschedule(SwapFeature.END, offer.id().value());
            change.send(Presenters.shown(group, offer));
        });
    }
}
