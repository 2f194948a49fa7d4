package dev.lectern.slack.block;

import java.util.List;
import java.util.stream.Collectors;

/** Something would be sent that Slack refuses: a bug, told with every limit that is not kept. */
public final class LimitsExceeded extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<Violation> violations;

    LimitsExceeded(List<Violation> violations) {
        super("Slack would refuse this: "
                + violations.stream().map(Violation::toString).collect(Collectors.joining(" ")));
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
