// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Dropout;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Training of networks with running statistics and with noise. */
public final class LayersWithStateTest {

    /** For checkpoints. */
    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    private final ImageSet m_images = Networks.images(30, 1);

    @Test
    public void runningStatisticsFollowTheDataWhateverTheUpdaterDoes() throws CanceledException {
        final float[] slow = statistics(Role.MEAN, new UpdaterSettings(Choice.of("adam"), 0.5, 0.001), 1e-9);
        final float[] fast = statistics(Role.MEAN, new UpdaterSettings(Choice.of("sgd"), 0, 0), 0.1);

        assertArrayEquals(slow, fast, 0);
        for (final float mean : slow) {
            assertNotEquals(0, mean, 0);
        }
        for (final float variance : statistics(Role.VARIANCE, UpdaterSettings.DEFAULT, 1e-9)) {
            assertTrue("0.9 of 1, a tenth of the data's", variance > 0.9 && variance < 1.5);
        }
    }

    @Test
    public void learnsWithNormalisationAndNoise() throws CanceledException {
        final FitResult result = new Training(network(), m_images, settings(40, 0.01, 3,
            UpdaterSettings.DEFAULT)).validatedBy(Networks.images(30, 2)).fit(RunControl.none());

        assertTrue(result.epochs().get(39).toString(), result.epochs().get(39).validation().get().accuracy() > 0.9);
    }

    @Test
    public void noiseIsTheSameForAnyNumberOfThreads() throws CanceledException {
        final Network start = Network.initialise(new NetworkSpec(Networks.SHAPE, List.of(
            new Node("dropout", new Dropout(0.5), List.of(Node.INPUT)),
            new Node("scores", new Dense(3, Activation.IDENTITY), List.of("dropout")))), Networks.CLASSES,
            Seeds.of(1).named("initialise"));

        final float[] one =
            fit(start, settings(2, 0.01, 1, new UpdaterSettings(Choice.of("sgd"), 0, 0))).network().weights();
        final float[] three =
            fit(start, settings(2, 0.01, 3, new UpdaterSettings(Choice.of("sgd"), 0, 0))).network().weights();

        assertArrayEquals(one, three, 1e-6f);
    }

    @Test
    public void noiseFollowsTheSeed() throws CanceledException {
        final TrainingSettings settings = settings(2, 0.01, 2, UpdaterSettings.DEFAULT);
        final TrainingSettings other = new TrainingSettings(2, 10, 0.01, 6, false, 2);

        assertEquals(fit(network(), settings).network().hash(), fit(network(), settings).network().hash());
        assertNotEquals(fit(network(), settings).network().hash(), fit(network(), other).network().hash());
    }

    @Test
    public void interruptedTrainingGoesOnWithTheSameBits() throws Exception {
        final TrainingSettings settings = settings(4, 0.01, 2, UpdaterSettings.DEFAULT);
        final Path folder = m_folder.newFolder().toPath();
        assertThrows(CanceledException.class, () -> new Training(network(), m_images, settings).keptIn(folder)
            .fit(new Heard(7)));

        assertArrayEquals(fit(network(), settings).network().weights(), new Training(network(), m_images,
            settings).keptIn(folder).fit(RunControl.none()).network().weights(), 0);
    }

    /** Statistics after one update by all images. */
    private float[] statistics(final Role role, final UpdaterSettings updater, final double rate)
        throws CanceledException {
        final Network start = network();
        final float[] weights = fit(start, new TrainingSettings(1, 30, rate, 5, false, 1, updater,
            ScheduleSettings.DEFAULT, ClassWeights.NONE, StoppingSettings.DEFAULT)).network().weights();
        final Tensor tensor = start.spec().tensors().stream()
            .filter(candidate -> candidate.shape().role() == role).findFirst().orElseThrow();
        return Arrays.copyOfRange(weights, tensor.offset(), tensor.offset() + tensor.length());
    }

    private static Network network() {
        return Network.initialise(new NetworkSpec(Networks.SHAPE, List.of(
            new Node("conv", new Convolution(4, 3, 1, 1, false, Activation.IDENTITY), List.of(Node.INPUT)),
            new Node("norm", new BatchNormalization(1e-5, Activation.RELU), List.of("conv")),
            new Node("dropout", new Dropout(0.2), List.of("norm")),
            new Node("scores", new Dense(3, Activation.IDENTITY), List.of("dropout")))), Networks.CLASSES,
            Seeds.of(1).named("initialise"));
    }

    private FitResult fit(final Network start, final TrainingSettings settings) throws CanceledException {
        return new Training(start, m_images, settings).fit(RunControl.none());
    }

    private static TrainingSettings settings(final int epochs, final double rate, final int threads,
        final UpdaterSettings updater) {
        return new TrainingSettings(epochs, 10, rate, 5, false, threads, updater, ScheduleSettings.DEFAULT,
            ClassWeights.NONE, StoppingSettings.DEFAULT);
    }
}
