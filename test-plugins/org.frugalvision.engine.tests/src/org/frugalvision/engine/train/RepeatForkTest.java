// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.frugalvision.dl4j.Backend;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.recipe.CutMix;
import org.frugalvision.engine.recipe.LabelSmoothing;
import org.frugalvision.engine.recipe.RandomErasing;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The same training in other processes. */
public final class RepeatForkTest {

    private static final List<TrainingMethod> RECIPE =
        List.of(RandomErasing.DEFAULT, CutMix.DEFAULT, LabelSmoothing.DEFAULT);

    /** For checkpoints. */
    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    @Test
    public void anotherProcessGetsTheSameBits() throws Exception {
        assertEquals("0: " + hash(Optional.empty()), fork());
    }

    /** On several threads and with a recipe. */
    @Test
    public void killedTrainingGoesOnWithTheSameBits() throws Exception {
        final Path folder = m_folder.newFolder().toPath();

        assertEquals("9: ", fork(folder.toString()));

        assertTrue(Files.exists(folder.resolve("checkpoint.bin")));
        assertEquals(hash(Optional.empty()), hash(Optional.of(folder)));
    }

    /** Prints the hash of what was trained; with a folder, the process is killed in the third of five epochs. */
    public static void main(final String... arguments) throws CanceledException {
        if (arguments.length == 0) {
            System.out.println(hash(Optional.empty()));
            System.exit(0);
        }
        fit(Optional.of(Path.of(arguments[0])), new KilledInTheThirdEpoch());
    }

    private static String fork(final String... arguments) throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
            "-Dfrugalvision.natives=" + Backend.start().nativeFolder(), "-cp", System.getProperty("java.class.path"),
            RepeatForkTest.class.getName()));
        command.addAll(List.of(arguments));
        final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() + ": " + output;
    }

    private static String hash(final Optional<Path> folder) throws CanceledException {
        return fit(folder, RunControl.none()).network().hash();
    }

    private static FitResult fit(final Optional<Path> folder, final RunControl run) throws CanceledException {
        return new Training(Networks.network(1), Networks.images(30, 1), Optional.empty(), new TrainingSettings(5, 8,
            0.01, 5, true, 3), new Recipe(RECIPE), folder).fit(run);
    }

    private static final class KilledInTheThirdEpoch implements RunControl {

        @Override
        public void progress(final double fraction, final String message) {
            if (message.startsWith("epoch 3/5")) {
                Runtime.getRuntime().halt(9);
            }
        }

        @Override
        public void checkCanceled() {
            // nobody cancels
        }
    }
}
