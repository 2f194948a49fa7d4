package dev.lectern.app;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Each test has a demo of its own, in which nobody has done anything yet on the first Monday. */
abstract class OnAMondayMorning {
    DemoWorld world;
    People people;

    @BeforeEach
    final void begin(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        people = world.people();
    }

    @AfterEach
    final void end() {
        world.close();
    }
}
