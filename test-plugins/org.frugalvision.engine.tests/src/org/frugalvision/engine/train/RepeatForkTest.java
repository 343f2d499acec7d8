// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.frugalvision.dl4j.Backend;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.junit.Test;

/** The same training in another process. */
public final class RepeatForkTest {

    @Test
    public void anotherProcessGetsTheSameBits() throws Exception {
        final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m", "-Dfrugalvision.natives=" + natives(), "-cp", System.getProperty("java.class.path"),
            RepeatForkTest.class.getName()).redirectErrorStream(true).start();
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertEquals(0, process.waitFor());
        assertEquals(hash(), output);
    }

    /** Prints the hash of what was trained. */
    public static void main(final String... arguments) throws CanceledException {
        System.out.println(hash());
        System.exit(0);
    }

    private static String hash() throws CanceledException {
        return Trainer.fit(Networks.network(1), Networks.images(30, 1), Optional.empty(),
            new TrainingSettings(3, 8, 0.01, 5, true, 2), List.of(), RunControl.none()).network().hash();
    }

    private static Path natives() {
        return Backend.start().nativeFolder();
    }
}
