// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.architecture.BatchNorm;
import org.frugalvision.engine.architecture.Head;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.junit.Test;

/** Residual networks that grow while they learn. */
public final class ProgressiveDepthTest {

    private static final ImageShape SHAPE = new ImageShape(1, 8, 8);

    /** x + a x with a = 0.2 is 1.2 x; two blocks of a half each make it 1.21 x. */
    @Test
    public void twoBlocksOfAHalfAreNearTheOne() throws Exception {
        final NetworkSpec deep = linear(2);
        final ResidualDepth depth = ResidualDepth.halved(deep).orElseThrow();
        assertEquals(linear(1), depth.shallow());
        final float[] shallow = {0.2f, 1, -1, 0, 0};
        final Weights weights = Weights.of(deep, new float[(int)deep.parameters()]);

        depth.prolong(shallow, weights);

        assertArrayEquals(new float[]{0.1f, 0.1f, 1, -1, 0, 0}, weights.values(), 0);
        assertEquals(1.2, difference(depth.shallow(), shallow), 1e-6);
        assertEquals(1.21, difference(deep, weights.values()), 1e-6);
    }

    @Test
    public void whatIsKeptIsRestrictedByName() {
        final ResidualDepth depth = ResidualDepth.halved(linear(3)).orElseThrow();

        assertArrayEquals(new float[]{1, 3, 4, 5, 6, 7}, depth.restricted(new float[]{1, 2, 3, 4, 5, 6, 7}), 0);
    }

    @Test
    public void residualNetworksAreHalvedUntilEachStageHasOneBlock() {
        final NetworkSpec twenty = resNet("resnet20", BatchNorm.ON);
        final ResidualDepth once = ResidualDepth.halved(twenty).orElseThrow();
        final ResidualDepth twice = ResidualDepth.halved(once.shallow()).orElseThrow();

        assertEquals(resNet("resnet14", BatchNorm.ON).parameters(), once.shallow().parameters());
        assertEquals(resNet("resnet8", BatchNorm.ON).parameters(), twice.shallow().parameters());
        assertTrue(ResidualDepth.halved(twice.shallow()).isEmpty());
        assertTrue(ResidualDepth.halved(Networks.spec()).isEmpty());
    }

    /** With normalisation, whose halves are not exact: the loss after the way back is within 10 % of that before. */
    @Test
    public void theDeepNetworkStartsWithTheLossOfTheShallowOne() throws Exception {
        final ImageSet images = images();
        final NetworkSpec deep = resNet("resnet14", BatchNorm.ON);
        final ResidualDepth depth = ResidualDepth.halved(deep).orElseThrow();
        final Network start = Network.initialise(deep, Networks.CLASSES, Seeds.of(1).named("initialise"));
        final Network shallow = new Training(
            new Network(depth.shallow(), Networks.CLASSES, depth.restricted(start.weights()), start.history()), images,
            new TrainingSettings(4, 8, 1e-3, 1, true, 1)).fit(RunControl.none()).network();
        final Weights weights = Weights.of(deep, start.weights());

        depth.prolong(shallow.weights(), weights);

        final double before = loss(shallow, images);
        final double after = loss(new Network(deep, Networks.CLASSES, weights.values(), start.history()), images);
        assertEquals(before, after, 0.1 * before);
        assertNotEquals(before, loss(start, images), 0.1 * before);
    }

    @Test
    public void theShallowTrainingIsChargedBesideTheTraining() throws Exception {
        final TrainingSettings settings = new TrainingSettings(2, 8, 1e-3, 1, true, 1);
        final Network start = Network.initialise(resNet("resnet14", BatchNorm.ON), Networks.CLASSES,
            Seeds.of(1).named("initialise"));
        final FitResult result =
            new Training(start, images(), settings).with(List.of(new ProgressiveDepth(2, 0.5))).fit(RunControl.none());

        assertEquals(2 * 30, result.cost().count(Quantity.SAMPLES_TRAINED));
        assertEquals(3 * 30, result.network().history().ledger().total().count(Quantity.SAMPLES_TRAINED));
        assertTrue(result.network().history().ledger().total().count(Quantity.FORWARD_MACS) < 3 * 30
            * start.spec().multiplyAdds());
    }

    @Test
    public void refusesWhatCannotGrow() {
        final TrainingSettings settings = new TrainingSettings(1, 8, 1e-3, 1, true, 1);
        final Network plain = Networks.network(1);
        assertEquals("Network: it has no residual blocks that \"Progressive depth\" could leave out at first.",
            refusal(plain, Networks.images(30, 1), settings, 2));
        final Network deep = Network.initialise(resNet("resnet14", BatchNorm.ON), Networks.CLASSES,
            Seeds.of(1).named("initialise"));
        assertEquals("Network: it can be had in 2 depths, but \"Depths\" is 3.",
            refusal(deep, images(), settings, 3));
    }

    @Test
    public void refusesATrainedNetwork() throws Exception {
        final TrainingSettings settings = new TrainingSettings(1, 8, 1e-3, 1, true, 1);
        final Network trained = new Training(Networks.network(1), Networks.images(30, 1), settings)
            .fit(RunControl.none()).network();

        assertEquals("Network: it is trained already, but \"Progressive depth\" starts with fewer layers.",
            refusal(trained, Networks.images(30, 1), settings, 2));
    }

    @Test
    public void refusesSettingsOutOfRange() {
        assertEquals("\"Depths\" must be between 2 and 6, but is 1.",
            assertThrows(SettingsException.class, () -> new ProgressiveDepth(1, 0.5)).getMessage());
        assertEquals("\"Share of epochs of each shallow training\" must be greater than 0 and at most 1, but is 0.",
            assertThrows(SettingsException.class, () -> new ProgressiveDepth(2, 0)).getMessage());
    }

    private static String refusal(final Network network, final ImageSet images, final TrainingSettings settings,
        final int levels) {
        return assertThrows(DataException.class, () -> new Training(network, images, settings)
            .with(List.of(new ProgressiveDepth(levels, 0.5))).fit(RunControl.none())).getMessage();
    }

    /** Blocks x + a x of one channel, their mean, and the scores mean and -mean. */
    private static NetworkSpec linear(final int blocks) {
        final Node[] nodes = new Node[2 * blocks + 2];
        String last = Node.INPUT;
        for (int i = 0; i < blocks; i++) {
            nodes[2 * i] = new Node("a" + i, new Convolution(1, 1, 1, 0, false, Activation.IDENTITY), List.of(last));
            nodes[2 * i + 1] = new Node("sum" + i, new Addition(Activation.IDENTITY), List.of(last, "a" + i));
            last = "sum" + i;
        }
        nodes[2 * blocks] = new Node("mean", new GlobalAveragePooling(), List.of(last));
        nodes[2 * blocks + 1] = new Node("scores", new Dense(2, Activation.IDENTITY), List.of("mean"));
        return new NetworkSpec(new ImageShape(1, 1, 1), Arrays.asList(nodes));
    }

    /** Half the difference of the scores for a white pixel, which is the mean. */
    private static double difference(final NetworkSpec spec, final float[] weights) throws Exception {
        final Network start = Network.initialise(spec, List.of("a", "b"), Seeds.of(1));
        final var images = new ImageSetBuilder(spec.input(), List.of("a", "b"));
        images.add("white", new byte[]{-1}, 0);
        final double loss = Inference.losses(new Network(spec, List.of("a", "b"), weights, start.history()),
            images.build(), InferenceSettings.DEFAULT, RunControl.none())[0];
        return -Math.log(Math.expm1(loss)) / 2;
    }

    private static double loss(final Network network, final ImageSet images) throws Exception {
        return Arrays.stream(Inference.losses(network, images, InferenceSettings.DEFAULT, RunControl.none()))
            .average().orElseThrow();
    }

    private static NetworkSpec resNet(final String id, final BatchNorm norm) {
        return Architectures.create(id).build(SHAPE, Networks.CLASSES.size(),
            new ArchitectureOptions(0.25, norm, 0, Head.USUAL));
    }

    /** Noise, brighter in one row, which tells the class. */
    private static ImageSet images() {
        final var random = Seeds.of(1).named("images").generator();
        final var builder = new ImageSetBuilder(SHAPE, Networks.CLASSES);
        for (int i = 0; i < 30; i++) {
            final byte[] pixels = new byte[SHAPE.size()];
            for (int k = 0; k < pixels.length; k++) {
                pixels[k] = (byte)(random.nextInt(100) + (k / 8 / 3 == i % 3 ? 150 : 0));
            }
            builder.add("Row" + i, pixels, i % 3);
        }
        return builder.build();
    }
}
