package dev.lectern.crash;

import dev.lectern.sandbox.workspace.Team;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Everybody in the workspace, each in a thread of their own while a round lasts. */
final class People {
    /** Who is in both channels. */
    static final List<String> USERS = List.of("U0ADA", "U0BEN", "U0CHEN", "U0DIYA");

    private final List<Person> people;

    People(Page page, Model model) {
        this.people = IntStream.range(0, USERS.size())
                .mapToObj(number -> new Person(number, USERS.get(number), World.CHANNELS, number == 0, page, model))
                .toList();
    }

    static String nameOf(String user) {
        return Team.PEOPLE.stream()
                .filter(person -> person.id().equals(user))
                .findFirst()
                .orElseThrow()
                .realName();
    }

    /** Everybody does one thing after the other for so long. */
    void act(long seed, int round, long until) throws InterruptedException {
        List<Thread> acting = new ArrayList<>();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            Random random = new Random((seed * 1_000_003 + round) * 31 + i);
            Thread thread = new Thread(() -> {
                while (System.nanoTime() - until < 0) {
                    person.act(random);
                    try {
                        Thread.sleep(20 + random.nextInt(160));
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            });
            thread.setUncaughtExceptionHandler((at, failure) -> failures.add(failure));
            thread.start();
            acting.add(thread);
        }
        for (Thread thread : acting) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("somebody could not act", failures.get(0));
        }
    }
}
