// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.frugalvision.engine.architecture.ArchitectureInfo;
import org.frugalvision.engine.architecture.ArchitectureOption;
import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.architecture.BatchNorm;
import org.frugalvision.engine.architecture.Head;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.kernel.Replica.Mode;
import org.frugalvision.engine.kernel.Replica.Pixels;
import org.frugalvision.engine.kernel.Replica.Wanted;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Dropout;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/**
 * What crosses between the heap and ND4J's memory in one training step and one prediction: every value that must, once,
 * and no map. That nothing crosses elsewhere is what {@link Nd4jCallsTest} is about.
 */
@RunWith(Parameterized.class)
public final class Nd4jTransfersTest {

    private static final ImageShape SHAPE = new ImageShape(2, 16, 16);

    private static final int CLASSES = 3;

    private static final int IMAGES = 19;

    private static final long PIXELS = (long)IMAGES * SHAPE.size();

    private static final long SCORES = (long)IMAGES * CLASSES;

    /** Values for each channel of a normalisation and each part. */
    private static final int MOST_PER_CHANNEL = 12;

    @Parameter
    public String m_architecture;

    private final Map<Crossing, Long> m_crossed = new EnumMap<>(Crossing.class);

    @Parameters(name = "{0}")
    public static List<String> networks() {
        return Architectures.infos().stream().map(ArchitectureInfo::id).toList();
    }

    @Test
    public void noMapLeavesTheDevice() throws CanceledException {
        final NetworkSpec spec = spec();
        final Graph graph = spec.graph();
        final float[] weights = KernelCheck.weights(spec, Seeds.of(1).generator());
        final Pixels pixels =
            new Pixels(KernelCheck.values(Seeds.of(2).generator(), (int)PIXELS), IMAGES, SHAPE);
        try (Workers workers = Workers.open(2);
            Replica replica = new GraphReplica(spec, workers,
                workers.one(index -> new Nd4jLibrary(graph, this::crossed)))) {
            replica.setWeights(weights);
            replica.gradient(pixels, Mode.training(1),
                KernelCheck.crossEntropy(KernelCheck.values(Seeds.of(3).generator(), (int)SCORES)),
                new Wanted(null, true), new float[weights.length], new float[(int)PIXELS]);

            // the last part has another size, and the sum of those of one size crosses once
            assertCrossed(expected(Crossing.IMAGES, PIXELS, Crossing.WEIGHTS, weights.length, Crossing.OUTPUTS, SCORES,
                Crossing.LOSS, SCORES, Crossing.INPUT_GRADIENT, PIXELS, Crossing.WEIGHT_GRADIENT,
                2 * learned(graph), Crossing.NOISE, noise(graph)), 3 * channels(graph));

            replica.forward(pixels, Mode.EVALUATION, graph.node(graph.last()).name());

            assertCrossed(expected(Crossing.IMAGES, PIXELS, Crossing.OUTPUTS, SCORES), 2 * channels(graph));
        }
    }

    private NetworkSpec spec() {
        final Set<ArchitectureOption> options = Architectures.info(m_architecture).options();
        return Architectures.create(m_architecture).build(SHAPE, CLASSES,
            new ArchitectureOptions(options.contains(ArchitectureOption.WIDTH) ? 0.125 : 1, BatchNorm.USUAL,
                options.contains(ArchitectureOption.DROPOUT) ? 0.3 : 0, Head.USUAL));
    }

    private synchronized void crossed(final Crossing what, final long values) {
        m_crossed.merge(what, values, Long::sum);
    }

    /** And begins anew. */
    private void assertCrossed(final Map<Crossing, Long> expected, final long channelsOfParts) {
        final long channels = m_crossed.getOrDefault(Crossing.CHANNELS, 0L);
        m_crossed.remove(Crossing.CHANNELS);
        assertEquals(expected, new TreeMap<>(m_crossed));
        assertTrue(channels + " values for " + channelsOfParts + " channels",
            channels <= MOST_PER_CHANNEL * channelsOfParts);
        assertEquals(channelsOfParts > 0, channels > 0);
        m_crossed.clear();
    }

    private static Map<Crossing, Long> expected(final Object... kindsAndValues) {
        final Map<Crossing, Long> expected = new TreeMap<>();
        for (int i = 0; i < kindsAndValues.length; i += 2) {
            final long values = ((Number)kindsAndValues[i + 1]).longValue();
            if (values > 0) {
                expected.put((Crossing)kindsAndValues[i], values);
            }
        }
        return expected;
    }

    private static long learned(final Graph graph) {
        long values = 0;
        for (int place = 1; place <= graph.last(); place++) {
            if (!(graph.layer(place) instanceof BatchNormalization)) {
                values += graph.tensors(place).stream().mapToLong(tensor -> tensor.length()).sum();
            }
        }
        return values;
    }

    private static long noise(final Graph graph) {
        long values = 0;
        for (int place = 1; place <= graph.last(); place++) {
            values += graph.layer(place) instanceof Dropout ? (long)IMAGES * graph.shape(place).size() : 0;
        }
        return values;
    }

    private static long channels(final Graph graph) {
        long channels = 0;
        for (int place = 1; place <= graph.last(); place++) {
            channels += graph.layer(place) instanceof BatchNormalization ? graph.shape(place).channels() : 0;
        }
        return channels;
    }
}
