package dev.lectern.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;

/** What the threads that do steps worked so far, by thread: unlike lateness, it hardly depends on what else runs. */
record CpuTime(Map<Long, Long> nanos) {
    private static final String STEPS = "lectern-steps-";

    static CpuTime now() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<Long, Long> nanos = new HashMap<>();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && (thread.getThreadName() + "-").startsWith(STEPS)) {
                nanos.put(thread.getThreadId(), threads.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return new CpuTime(nanos);
    }

    CpuTime minus(CpuTime before) {
        Map<Long, Long> spent = new HashMap<>();
        nanos.forEach((thread, time) -> spent.put(thread, time - before.nanos.getOrDefault(thread, 0L)));
        return new CpuTime(spent);
    }

    double millis() {
        return nanos.values().stream().mapToLong(Long::longValue).sum() / 1e6;
    }
}
