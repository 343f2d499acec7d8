// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.predict;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.List;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.architecture.BatchNorm;
import org.frugalvision.engine.architecture.Head;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Dropout;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.PlainGraph;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** Networks made smaller for applying. */
public final class FoldingTest {

    private static final List<String> CLASSES = List.of("a", "b", "c", "d", "e");

    private static final ImageShape INPUT = new ImageShape(2, 8, 8);

    @Test
    public void movesANormalisationIntoTheFilters() {
        final var spec = new NetworkSpec(new ImageShape(1, 1, 1), List.of(
            new Node("conv", new Convolution(1, 1, 1, 0, false, Activation.IDENTITY), List.of(Node.INPUT)),
            new Node("norm", new BatchNormalization(1, Activation.RELU), List.of("conv")),
            new Node("scores", new Dense(1, Activation.IDENTITY), List.of("norm"))));

        // filter 3; scale 4, shift 5, mean 6, variance 63
        final var folded = Folding.fold(spec, new float[]{3, 4, 5, 6, 63, 7, 8});

        assertEquals(List.of(new Node("conv", new Convolution(1, 1, 1, 0, true, Activation.RELU),
            List.of(Node.INPUT)), new Node("scores", new Dense(1, Activation.IDENTITY), List.of("conv"))),
            folded.spec().nodes());
        assertArrayEquals(new float[]{1.5f, 2, 7, 8}, folded.weights(), 0);
    }

    @Test
    public void everyArchitectureGivesTheSameScores() {
        for (final String id : List.of("vgg-small", "resnet8", "resnet14", "mobilenetv2-small", "resnet8-cbam",
            "ghostnet-small")) {
            final var options = new ArchitectureOptions(0.25, BatchNorm.USUAL, 0.5, Head.USUAL);
            final NetworkSpec spec = Architectures.create(id).build(INPUT, 3, options);
            final float[] weights = weights(spec);

            final var folded = Folding.fold(spec, weights);

            assertFalse(id, folded.spec().nodes().stream().anyMatch(
                node -> node.layer() instanceof BatchNormalization || node.layer() instanceof Dropout));
            final float[] pixels = new float[2 * INPUT.size()];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = i % 17 / 17f;
            }
            final double[][] expected = scores(spec, weights, pixels);
            final double[][] scores = scores(folded.spec(), folded.weights(), pixels);
            for (int image = 0; image < 2; image++) {
                for (int k = 0; k < 3; k++) {
                    assertEquals(id, expected[image][k], scores[image][k],
                        1e-4 * (1 + Math.abs(expected[image][k])));
                }
            }
        }
    }

    @Test
    public void leavesWhatSeveralNodesRead() {
        final var spec = new NetworkSpec(INPUT, List.of(
            new Node("conv", new Convolution(2, 3, 1, 1, false, Activation.IDENTITY), List.of(Node.INPUT)),
            new Node("norm", new BatchNormalization(1e-5, Activation.RELU), List.of("conv")),
            new Node("sum", new Addition(Activation.IDENTITY), List.of("conv", "norm")),
            new Node("scores", new Dense(3, Activation.IDENTITY), List.of("sum"))));

        assertEquals(spec, Folding.fold(spec, weights(spec)).spec());
    }

    @Test
    public void leavesANormalisationOfTheImageOrAfterAnActivation() {
        final var spec = new NetworkSpec(INPUT, List.of(
            new Node("norm", new BatchNormalization(1e-5, Activation.IDENTITY), List.of(Node.INPUT)),
            new Node("conv", new Convolution(2, 3, 1, 1, false, Activation.RELU), List.of("norm")),
            new Node("norm2", new BatchNormalization(1e-5, Activation.IDENTITY), List.of("conv")),
            new Node("scores", new Dense(3, Activation.IDENTITY), List.of("norm2"))));

        assertEquals(spec, Folding.fold(spec, weights(spec)).spec());
    }

    private static double[][] scores(final NetworkSpec spec, final float[] weights, final float[] pixels) {
        final double[] values = new double[weights.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = weights[i];
        }
        return new PlainGraph(spec, false).scores(values, pixels, 2);
    }

    /** Statistics off their initial 0 and 1. */
    private static float[] weights(final NetworkSpec spec) {
        final RandomGenerator random = Seeds.of(2).generator();
        final float[] weights = Network.initialise(spec, CLASSES.subList(0, spec.classes()), Seeds.of(1)).weights();
        for (int i = 0; i < weights.length; i++) {
            weights[i] += 0.1f * random.nextFloat();
        }
        return weights;
    }
}
