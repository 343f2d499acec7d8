// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.predict.Predictor;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;

/**
 * How long an image takes on one thread of this machine, in milliseconds.
 *
 * @param median of all rounds
 * @param spread upper minus lower quartile of all rounds
 */
public record Latency(double median, double spread) {

    /** Rounds that are not counted. */
    private static final int WARM_UP = 3;

    /** A round repeats what takes less. */
    private static final double SHORTEST_ROUND = 2e6;

    /**
     * Measures networks in turns, so that whatever else the machine does slows all of them down alike; noise images.
     *
     * @param networks the networks
     * @param batchSize images that go through a network together
     * @param rounds how often each network is measured, at least 1
     * @param run asked for cancellation
     * @return one for each network
     * @throws CanceledException if the work was canceled
     */
    public static List<Latency> of(final List<Network> networks, final int batchSize, final int rounds,
        final RunControl run) throws CanceledException {
        final List<Predictor> predictors = new ArrayList<>();
        try (Compute.Lease lease = Compute.lease(run)) {
            final ImageSet images = noise(networks.get(0).spec().input(), batchSize);
            final int[] repeats = new int[networks.size()];
            for (int i = 0; i < repeats.length; i++) {
                predictors.add(Predictor.open(networks.get(i), new InferenceSettings(batchSize, 1), Optional.empty(),
                    false));
                time(predictors.get(i), images, WARM_UP, run);
                final double once = time(predictors.get(i), images, 1, run);
                repeats[i] = (int)Math.max(1, Math.ceil(SHORTEST_ROUND / Math.max(1, once)));
            }
            final double[][] times = new double[repeats.length][rounds];
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < repeats.length; i++) {
                    times[i][round] =
                        time(predictors.get(i), images, repeats[i], run) / repeats[i] / batchSize / 1e6;
                }
            }
            return Arrays.stream(times).map(Latency::summary).toList();
        } finally {
            predictors.forEach(Predictor::close);
        }
    }

    /** Of equally long rounds; the lower one of two in the middle. */
    static Latency summary(final double[] times) {
        final double[] sorted = times.clone();
        Arrays.sort(sorted);
        final int last = sorted.length - 1;
        return new Latency(sorted[last / 2], sorted[last - last / 4] - sorted[last / 4]);
    }

    private static double time(final Predictor predictor, final ImageSet images, final int repeats,
        final RunControl run) throws CanceledException {
        final long start = System.nanoTime();
        for (int i = 0; i < repeats; i++) {
            predictor.predict(images, run);
        }
        return System.nanoTime() - start;
    }

    private static ImageSet noise(final ImageShape shape, final int count) {
        final RandomGenerator random = Seeds.of(0).named("latency").generator();
        final ImageSetBuilder builder = new ImageSetBuilder(shape, List.of());
        for (int i = 0; i < count; i++) {
            final byte[] pixels = new byte[shape.size()];
            random.nextBytes(pixels);
            builder.add("noise " + i, pixels, ImageSet.UNLABELLED);
        }
        return builder.build();
    }
}
