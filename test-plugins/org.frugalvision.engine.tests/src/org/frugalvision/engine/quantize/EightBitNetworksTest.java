// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.quantize;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.architecture.ArchitectureInfo;
import org.frugalvision.engine.architecture.ArchitectureOption;
import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.architecture.BatchNorm;
import org.frugalvision.engine.architecture.Head;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.kernel.Kernels;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.predict.Prediction;
import org.frugalvision.engine.predict.Predictor;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Every architecture gives nearly the same scores and embeddings in whole numbers, but not the very same. */
@RunWith(Parameterized.class)
public final class EightBitNetworksTest {

    private static final ImageShape SHAPE = new ImageShape(2, 16, 16);

    private static final int IMAGES = 24;

    @Parameter
    public String m_architecture;

    @Parameters(name = "{0}")
    public static List<String> architectures() {
        return Architectures.infos().stream().map(ArchitectureInfo::id).toList();
    }

    @Test
    public void scoresAndEmbeddingsAreNearlyTheSame() throws CanceledException {
        final double width =
            Architectures.info(m_architecture).options().contains(ArchitectureOption.WIDTH) ? 0.25 : 1;
        final NetworkSpec spec = Architectures.create(m_architecture).build(SHAPE, 3,
            new ArchitectureOptions(width, BatchNorm.USUAL, 0, Head.USUAL));
        final Network network = Network.initialise(spec, List.of("a", "b", "c"), Seeds.of(1));
        final List<Tensor> tensors =
            spec.tensors().stream().filter(it -> it.shape().role() == Role.WEIGHT).toList();
        final int[] bits = new int[tensors.size()];
        Arrays.fill(bits, 8);
        final Network coded = new Rounding(true, StepRule.LARGEST).of(network, tensors, bits);
        final ImageSet images = images();
        final Network whole =
            coded.inEightBits(ActivationRanges.of(coded, images, 1, true, 1, RunControl.none()).of(spec.graph()));

        final List<Prediction> exact = predictions(coded, images);
        final List<Prediction> rounded = predictions(whole, images);

        final double scores = distance(exact.stream().map(Prediction::scores).toList(),
            rounded.stream().map(Prediction::scores).toList());
        final double embeddings = distance(exact.stream().map(Prediction::embedding).toList(),
            rounded.stream().map(Prediction::embedding).toList());
        assertEquals(m_architecture + ": scores " + scores, Kernels.eightBits(), scores > 1e-3);
        assertTrue(m_architecture + ": scores " + scores, scores < 0.2);
        assertTrue(m_architecture + ": embeddings " + embeddings, embeddings < 0.2);
    }

    private static List<Prediction> predictions(final Network network, final ImageSet images)
        throws CanceledException {
        try (Predictor predictor =
            Predictor.open(network, new InferenceSettings(8, 2), Optional.empty(), true)) {
            return predictor.predict(images, RunControl.none());
        }
    }

    /** Root of the mean squared difference, in standard deviations of the exact ones over images. */
    private static double distance(final List<float[]> exact, final List<float[]> rounded) {
        double squares = 0;
        double variance = 0;
        for (int i = 0; i < exact.get(0).length; i++) {
            final int at = i;
            final double mean = exact.stream().mapToDouble(row -> row[at]).average().orElseThrow();
            for (int image = 0; image < exact.size(); image++) {
                squares += Math.pow(exact.get(image)[i] - rounded.get(image)[i], 2);
                variance += Math.pow(exact.get(image)[i] - mean, 2);
            }
        }
        return Math.sqrt(squares / variance);
    }

    private static ImageSet images() {
        final var random = Seeds.of(2).generator();
        final var builder = new ImageSetBuilder(SHAPE, List.of());
        for (int i = 0; i < IMAGES; i++) {
            final byte[] pixels = new byte[SHAPE.size()];
            final int bright = random.nextInt(200);
            for (int k = 0; k < pixels.length; k++) {
                pixels[k] = (byte)(bright + random.nextInt(56) * (k / 64 % 2));
            }
            builder.add("image " + i, pixels, ImageSet.UNLABELLED);
        }
        return builder.build();
    }
}
