// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.train.StoppingSettings.Metric;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Interrupted trainings go on. */
public final class CheckpointsTest {

    /** For checkpoints. */
    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    private final ImageSet m_images = Networks.images(30, 1);

    @Test
    public void goesOnWithTheSameBitsForEveryUpdater() throws Exception {
        for (final var updater : Updaters.infos()) {
            final Path folder = m_folder.newFolder().toPath();
            final TrainingSettings settings = settings(updater.id(), 0.05);
            final FitResult whole = fit(settings, Optional.empty(), RunControl.none());
            final Heard heard = new Heard(10);
            assertThrows(CanceledException.class, () -> fit(settings, Optional.of(folder), heard));
            assertTrue(updater.id(), Files.exists(folder.resolve("checkpoint.bin")));

            final Heard rest = new Heard(Integer.MAX_VALUE);
            final FitResult resumed = fit(settings, Optional.of(folder), rest);

            assertTrue(rest.messages().toString(), rest.messages().get(1).contains("epoch 3/5"));
            assertArrayEquals(whole.network().weights(), resumed.network().weights(), 0);
            assertEquals(whole.bestEpoch(), resumed.bestEpoch());
            assertEquals(whole.cost().id(), resumed.cost().id());
            assertEquals(whole.cost().count(Quantity.SAMPLES_TRAINED), resumed.cost().count(Quantity.SAMPLES_TRAINED));
            for (int i = 0; i < 5; i++) {
                assertEquals(whole.epochs().get(i).loss(), resumed.epochs().get(i).loss(), 0);
                assertEquals(whole.epochs().get(i).validation(), resumed.epochs().get(i).validation());
            }
        }
    }

    @Test
    public void finishedTrainingIsGivenBackAtOnce() throws Exception {
        final Path folder = m_folder.newFolder().toPath();
        final FitResult first = fit(settings("adam", 0.05), Optional.of(folder), RunControl.none());

        final Heard heard = new Heard(Integer.MAX_VALUE);
        final FitResult second = fit(settings("adam", 0.05), Optional.of(folder), heard);

        assertEquals(List.of(), heard.messages());
        assertEquals(first.network().hash(), second.network().hash());
        assertEquals(first.ending(), second.ending());
        assertEquals(first.cost(), second.cost());
        assertEquals(first.estimate(), second.estimate());
        assertEquals(List.of("checkpoint.bin"), Arrays.asList(folder.toFile().list()));
    }

    @Test
    public void refusesACheckpointOfOtherSettings() throws Exception {
        final Path folder = m_folder.newFolder().toPath();
        fit(settings("adam", 0.05), Optional.of(folder), RunControl.none());

        assertEquals("File \"" + folder.resolve("checkpoint.bin")
            + "\": the checkpoint is of another training: its Learning rate is \"0.05\", not \"0.06\".",
            assertThrows(DataException.class,
                () -> fit(settings("adam", 0.06), Optional.of(folder), RunControl.none())).getMessage());
    }

    /** With rates that do not depend on the number of epochs, the same bits as in one go. */
    @Test
    public void aFinishedTrainingCanBeProlonged() throws Exception {
        final Path folder = m_folder.newFolder().toPath();
        final var three = new TrainingSettings(3, 8, 0.01, 5, true, 2);
        final var five = new TrainingSettings(5, 8, 0.01, 5, true, 2);
        fit(three, Optional.of(folder), RunControl.none());

        final FitResult prolonged = fit(five, Optional.of(folder), RunControl.none());

        assertEquals(5, prolonged.epochs().size());
        assertEquals(Ending.ALL_EPOCHS, prolonged.ending());
        assertArrayEquals(fit(five, Optional.empty(), RunControl.none()).network().weights(),
            prolonged.network().weights(), 0);
        assertEquals(5, fit(five, Optional.of(folder), RunControl.none()).epochs().size());
    }

    @Test
    public void ratesOverAllEpochsCannotBeProlonged() throws Exception {
        final Path folder = m_folder.newFolder().toPath();
        fit(settings("adam", 0.05), Optional.of(folder), RunControl.none());
        final TrainingSettings before = settings("adam", 0.05);
        final var longer = new TrainingSettings(9, 8, 0.05, 5, true, 2, before.updater(), before.schedule(),
            before.classWeights(), before.stopping());

        assertEquals("File \"" + folder.resolve("checkpoint.bin")
            + "\": the checkpoint is of another training: its Epochs is \"5\", not \"9\".",
            assertThrows(DataException.class, () -> fit(longer, Optional.of(folder), RunControl.none()))
                .getMessage());
    }

    @Test
    public void fewerEpochsThanDoneAreAnotherTraining() throws Exception {
        final Path folder = m_folder.newFolder().toPath();
        fit(new TrainingSettings(3, 8, 0.01, 5, true, 2), Optional.of(folder), RunControl.none());

        assertThrows(DataException.class,
            () -> fit(new TrainingSettings(2, 8, 0.01, 5, true, 2), Optional.of(folder), RunControl.none()));
    }

    @Test
    public void refusesACheckpointOfOtherImages() throws Exception {
        final Path folder = m_folder.newFolder().toPath();
        fit(settings("adam", 0.05), Optional.of(folder), RunControl.none());

        final String message = assertThrows(DataException.class,
            () -> new Training(Networks.network(1), Networks.images(30, 9), settings("adam", 0.05))
                .validatedBy(Networks.images(12, 2)).keptIn(folder).fit(RunControl.none())).getMessage();

        assertTrue(message, message.contains("the checkpoint is of another training: its training data is \""));
    }

    @Test
    public void refusesDamagedCheckpoints() throws Exception {
        final Path folder = m_folder.newFolder().toPath();
        fit(settings("adam", 0.05), Optional.of(folder), RunControl.none());
        final Path file = folder.resolve("checkpoint.bin");
        final byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length += 1 << 10) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertDamaged(folder);
        }
        for (int i = 0; i < bytes.length; i += 500) {
            final byte[] changed = bytes.clone();
            changed[i] ^= 1;
            Files.write(file, changed);
            assertDamaged(folder);
        }
    }

    @Test
    public void namesAFolderThatCannotBeWritten() throws IOException {
        final Path file = m_folder.newFile().toPath();

        final String message = assertThrows(DataException.class,
            () -> fit(settings("adam", 0.05), Optional.of(file), RunControl.none())).getMessage();

        assertTrue(message, message.startsWith("Folder \"" + file
            + "\": the checkpoint of epoch 1 cannot be written (\"" + file + "\" is a file and no folder)."));
    }

    /** With the device of Linux that is always full in place of the disk. */
    @Test
    public void aFullDiskEndsTheTrainingAndHarmsNoEarlierCheckpoint() throws Exception {
        final Path full = Path.of("/dev/full");
        assumeTrue("Only Linux has a device that is always full.", Files.exists(full));
        final Path folder = m_folder.newFolder().toPath();
        final TrainingSettings settings = settings("adam", 0.05);
        assertThrows(CanceledException.class, () -> fit(settings, Optional.of(folder), new Heard(10)));
        final byte[] before = Files.readAllBytes(folder.resolve("checkpoint.bin"));
        Files.createSymbolicLink(folder.resolve(Checkpoints.NEXT), full);

        final DataException failure = assertThrows(DataException.class,
            () -> fit(settings, Optional.of(folder), RunControl.none()));

        assertEquals("Folder \"" + folder
            + "\": the checkpoint of epoch 3 cannot be written (the disk is full).", failure.getMessage());
        assertEquals(List.of("Choose another checkpoint folder.",
            "Free some space; an earlier checkpoint is as it was."), failure.fixes());
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("checkpoint.bin")));
        assertEquals("nothing else is left", 1, folder.toFile().list().length);
        assertArrayEquals(fit(settings, Optional.empty(), RunControl.none()).network().weights(),
            fit(settings, Optional.of(folder), RunControl.none()).network().weights(), 0);
    }

    @Test
    public void takesOverWhatAKilledProcessLeft() throws Exception {
        final Path folder = m_folder.newFolder().toPath();
        Files.write(folder.resolve(Checkpoints.NEXT), new byte[1 << 20]);

        fit(settings("adam", 0.05), Optional.of(folder), RunControl.none());

        assertEquals(List.of("checkpoint.bin"), Arrays.asList(folder.toFile().list()));
        assertTrue(Files.size(folder.resolve("checkpoint.bin")) < 1 << 20);
    }

    private void assertDamaged(final Path folder) {
        assertEquals("File \"" + folder.resolve("checkpoint.bin")
            + "\": the checkpoint cannot be read (it is damaged or cut off).",
            assertThrows(DataException.class,
                () -> fit(settings("adam", 0.05), Optional.of(folder), RunControl.none())).getMessage());
    }

    private FitResult fit(final TrainingSettings settings, final Optional<Path> folder, final RunControl run)
        throws CanceledException {
        return new Training(Networks.network(1), m_images, Optional.of(Networks.images(12, 2)), settings, Recipe.NONE,
            folder).fit(run);
    }

    /** Five epochs of four updates, with everything that has a state. */
    private static TrainingSettings settings(final String updater, final double learningRate) {
        return new TrainingSettings(5, 8, learningRate, 5, true, 2, new UpdaterSettings(Choice.of(updater), 0.01, 1),
            new ScheduleSettings(Choice.of("cosine"), 1), ClassWeights.BALANCED,
            new StoppingSettings(true, Metric.LOSS, 5, 0, 0, 0));
    }
}
