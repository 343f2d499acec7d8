// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.quantize;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.kernel.Kernels;
import org.frugalvision.engine.kernel.Replica;
import org.frugalvision.engine.kernel.Workers;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.RunControl;

/**
 * Between which values most of what each node gives for some images lies.
 *
 * @param least by place, from 1 on
 * @param most by place, from 1 on
 * @param passes of the images that it took
 */
record ActivationRanges(float[] least, float[] most, int passes) {

    /** Ends are told as finely as this divides the whole range. */
    private static final int BINS = 4096;

    /**
     * @param share of the values of a node that lie between its ends; 1: all, else the ends are those of one of 4,096
     *            equal parts of the whole range
     */
    static ActivationRanges of(final Network network, final ImageSet images, final double share, final int threads,
        final RunControl run) throws CanceledException {
        final int last = network.spec().graph().last();
        final float[] least = new float[last + 1];
        final float[] most = new float[last + 1];
        Arrays.fill(least, Float.POSITIVE_INFINITY);
        Arrays.fill(most, Float.NEGATIVE_INFINITY);
        forward(network, images, threads, run, values -> widen(values, least, most));
        if (share == 1) {
            return new ActivationRanges(least, most, 1);
        }
        final long[][] counts = new long[last + 1][BINS];
        forward(network, images, threads, run, values -> count(values, least, most, counts));
        final float[] low = least.clone();
        final float[] high = most.clone();
        for (int place = 1; place <= last; place++) {
            final double outside = (1 - share) / 2 * Arrays.stream(counts[place]).sum();
            final double width = ((double)most[place] - least[place]) / BINS;
            int from = 0;
            for (double sum = counts[place][0]; sum <= outside; sum += counts[place][from]) {
                from++;
            }
            int to = BINS - 1;
            for (double sum = counts[place][to]; sum <= outside; sum += counts[place][to]) {
                to--;
            }
            low[place] = (float)(least[place] + from * width);
            high[place] = (float)(most[place] - (BINS - 1 - to) * width);
        }
        return new ActivationRanges(low, high, 2);
    }

    private static void forward(final Network network, final ImageSet images, final int threads, final RunControl run,
        final Consumer<float[][]> sink) throws CanceledException {
        final List<String> nodes = IntStream.rangeClosed(1, network.spec().graph().last())
            .mapToObj(network.spec().graph()::name).toList();
        try (Compute.Lease lease = Compute.lease(run);
            Workers workers = Workers.open(Compute.threads(threads));
            Replica replica = Kernels.open(network.spec(), workers)) {
            replica.setWeights(network.weights());
            replica.forward(images, InferenceSettings.DEFAULT.batchSize(network.spec()), nodes,
                (first, count, values) -> {
                    synchronized (sink) {
                        sink.accept(values);
                    }
                }, run);
        }
    }

    private static void widen(final float[][] values, final float[] least, final float[] most) {
        for (int i = 0; i < values.length; i++) {
            for (final float value : values[i]) {
                least[i + 1] = Math.min(least[i + 1], value);
                most[i + 1] = Math.max(most[i + 1], value);
            }
        }
    }

    private static void count(final float[][] values, final float[] least, final float[] most,
        final long[][] counts) {
        for (int i = 0; i < values.length; i++) {
            final double scale = BINS / Math.max(Double.MIN_NORMAL, (double)most[i + 1] - least[i + 1]);
            for (final float value : values[i]) {
                counts[i + 1][(int)Math.min(BINS - 1, (value - (double)least[i + 1]) * scale)]++;
            }
        }
    }
}
